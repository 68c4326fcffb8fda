-- Claim entries that were read and not taken by a worker that died in between.
-- KEYS: lane, counts
-- ARGV: group, consumer, idle ms, cursor, count, orphans, bytes
-- Answer: {cursor, {{entry, fields} …}}
-- Only ids are claimed: Redis 6.2 answers a deleted entry without its id, and would keep its row for ever.
local claimed = redis.call('XAUTOCLAIM', KEYS[1], ARGV[1], ARGV[2], ARGV[3], ARGV[4], 'COUNT', ARGV[5], 'JUSTID')
local entries, size = {}, 0
for _, id in ipairs(claimed[2]) do
  -- what is too much for one answer stays claimed, and is found again when it has been idle as long
  if size >= tonumber(ARGV[7]) then break end
  local found = redis.call('XRANGE', KEYS[1], id, id)
  if #found == 0 then
    redis.call('XACK', KEYS[1], ARGV[1], id)
  else
    entries[#entries + 1] = found[1]
    for _, field in ipairs(found[1][2]) do
      size = size + #field
    end
  end
end
if #entries > 0 then redis.pcall('HINCRBY', KEYS[2], 'adopted', #entries) end

-- Entries that were delivered and belong to nobody, since somebody deleted their consumer, collect at the head of the
-- lane: they are claimed here, and adopted by a later call.
for _, group in ipairs(redis.call('XINFO', 'GROUPS', KEYS[1])) do
  local facts = {}
  for i = 1, #group, 2 do
    facts[group[i]] = group[i + 1]
  end
  if facts.name == ARGV[1] then
    for _, row in ipairs(redis.call('XRANGE', KEYS[1], '-', facts['last-delivered-id'], 'COUNT', ARGV[6])) do
      if #redis.call('XPENDING', KEYS[1], ARGV[1], row[1], row[1], 1) == 0 then
        redis.call('XCLAIM', KEYS[1], ARGV[1], ARGV[2], 0, row[1], 'IDLE', ARGV[3], 'FORCE', 'JUSTID')
      end
    end
  end
end
return {claimed[1], entries}
