-- Forget consumers of a group that are long gone and owe nothing: each start of a process makes a new one.
-- KEYS: stream
-- ARGV: group, idle ms
-- Answer: how many were forgotten
local retired = 0
for _, row in ipairs(redis.call('XINFO', 'CONSUMERS', KEYS[1], ARGV[1])) do
  local facts = {}
  for i = 1, #row, 2 do
    facts[row[i]] = row[i + 1]
  end
  if facts.pending == 0 and facts.idle >= tonumber(ARGV[2]) then
    redis.call('XGROUP', 'DELCONSUMER', KEYS[1], ARGV[1], facts.name)
    retired = retired + 1
  end
end
return retired
