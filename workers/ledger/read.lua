-- Read new entries of a lane, one after the other, until they are enough or weigh enough.
-- KEYS: lane
-- ARGV: group, consumer, count, bytes
-- Answer: {{entry, fields} …}
local entries, size = {}, 0
for _ = 1, tonumber(ARGV[3]) do
  local answer = redis.call('XREADGROUP', 'GROUP', ARGV[1], ARGV[2], 'COUNT', 1, 'STREAMS', KEYS[1], '>')
  if not answer then break end
  local entry = answer[1][2][1]
  entries[#entries + 1] = entry
  for _, field in ipairs(entry[2] or {}) do
    size = size + #field
  end
  if size >= tonumber(ARGV[4]) then break end
end
return entries
