-- Count an attempt when work on a document begins, once per run however often the call is repeated.
-- KEYS: due, document
-- ARGV: id, run, stage, patience ms, attempts that are remembered
-- Answer: attempts, 0 when the run is not its holder, -1 when another run saved this stage in the meantime
local holder, begun, tries, next_stage, history, worker, redispatches =
  unpack(redis.call('HMGET', KEYS[2], 'run', 'begun', 'tries', 'next', 'history', 'worker', 'redispatches'))
if holder ~= ARGV[2] then return 0 end
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
if next_stage ~= ARGV[3] then
  redis.call('HDEL', KEYS[2], 'tries', 'run', 'begun', 'history')
  redis.call('ZADD', KEYS[1], 'XX', now + ARGV[4] * 2 ^ math.min(tonumber(redispatches or 0), 5), ARGV[1])
  return -1
end
if begun == ARGV[2] then return tonumber(tries) end
-- HDEL comes first: Redis allows it at the memory limit, and then lets the script end
redis.call('HDEL', KEYS[2], 'begun')
local attempts = {}
for line in string.gmatch(tries and history or '', '[^\n]+') do
  attempts[#attempts + 1] = line
end
attempts[#attempts + 1] = string.format('%.0f', now) .. ' ' .. ARGV[3] .. ' ' .. (worker or '')
local oldest = math.max(#attempts - ARGV[5] + 1, 1)
redis.call('HSET', KEYS[2], 'begun', ARGV[2], 'history', table.concat(attempts, '\n', oldest))
return redis.call('HINCRBY', KEYS[2], 'tries', 1)
