-- Keep the output of a stage: the first writer wins, so later stages all read the same bytes.
-- KEYS: due, counts, document
-- ARGV: id, mark, run, stage, output, following stage, patience ms
-- Answer: saved | present | refused; a writer that asks again is answered `saved` again
local field = 'stage:' .. ARGV[4]
local entry, revision, state, holder, redispatches, kept =
  unpack(redis.call('HMGET', KEYS[3], 'entry', 'revision', 'state', 'run', 'redispatches', field))
redis.call('ZSCORE', KEYS[1], ARGV[1])
if not entry or state or entry .. '#' .. revision ~= ARGV[2] then
  redis.pcall('HINCRBY', KEYS[2], 'refused', 1)
  return 'refused'
end
if holder == ARGV[3] then
  -- HDEL comes first: Redis allows it at the memory limit, and then lets the script end, so that what runs is kept
  redis.call('HDEL', KEYS[3], 'tries', 'run', 'begun', 'history')
  local time = redis.call('TIME')
  local now = time[1] * 1000 + math.floor(time[2] / 1000)
  redis.call('ZADD', KEYS[1], 'XX', now + ARGV[7] * 2 ^ math.min(tonumber(redispatches or 0), 5), ARGV[1])
end
if kept then return kept == ARGV[5] and 'saved' or 'present' end
redis.call('HSET', KEYS[3], field, ARGV[5], 'next', ARGV[6])
return 'saved'
