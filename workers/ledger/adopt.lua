-- Claim entries that were read and not taken by a worker that died in between.
-- KEYS: lane, counts
-- ARGV: group, consumer, idle ms, cursor, count
-- Answer: {cursor, {{entry, fields} …}}
-- Only ids are claimed: Redis 6.2 answers a deleted entry without its id, and would keep its row for ever.
local claimed = redis.call('XAUTOCLAIM', KEYS[1], ARGV[1], ARGV[2], ARGV[3], ARGV[4], 'COUNT', ARGV[5], 'JUSTID')
local entries = {}
for _, id in ipairs(claimed[2]) do
  local found = redis.call('XRANGE', KEYS[1], id, id)
  if #found == 0 then
    redis.call('XACK', KEYS[1], ARGV[1], id)
  else
    entries[#entries + 1] = found[1]
  end
end
if #entries > 0 then redis.call('HINCRBY', KEYS[2], 'adopted', #entries) end
return {claimed[1], entries}
