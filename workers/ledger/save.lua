-- Keep the output of a stage: the first writer wins, so later stages all read the same bytes.
-- KEYS: due, counts, document
-- ARGV: id, mark, run, stage, output, following stage, patience ms
-- Answer: saved | present | refused
local entry, revision, state, holder, redispatches =
  unpack(redis.call('HMGET', KEYS[3], 'entry', 'revision', 'state', 'run', 'redispatches'))
redis.call('ZSCORE', KEYS[1], ARGV[1])
if not entry or state or entry .. '#' .. revision ~= ARGV[2] then
  redis.call('HINCRBY', KEYS[2], 'refused', 1)
  return 'refused'
end
local written = redis.call('HSETNX', KEYS[3], 'stage:' .. ARGV[4], ARGV[5])
if written == 1 then
  redis.call('HSET', KEYS[3], 'next', ARGV[6])
end
if holder == ARGV[3] then
  local time = redis.call('TIME')
  local now = time[1] * 1000 + math.floor(time[2] / 1000)
  redis.call('HDEL', KEYS[3], 'tries', 'run', 'begun')
  redis.call('ZADD', KEYS[1], 'XX', now + ARGV[7] * 2 ^ math.min(tonumber(redispatches or 0), 5), ARGV[1])
end
return written == 1 and 'saved' or 'present'
