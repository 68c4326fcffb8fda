-- Open a failed or cancelled document again under its next revision; stages that were done stay done.
-- KEYS: document, due, lane, failures, counts
-- ARGV: id, recheck ms
-- Answer: {requeued, revision} | {unknown | unfinished | completed | bodiless, 0}
local entry, revision, state, size, failure, fault =
  unpack(redis.call('HMGET', KEYS[1], 'entry', 'revision', 'state', 'size', 'failure', 'fault_code'))
if not entry then return {'unknown', 0} end
if not state then return {'unfinished', 0} end
if state ~= 'failed' and state ~= 'cancelled' then return {'completed', 0} end
if fault then return {'bodiless', 0} end
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local ticket = redis.call('XADD', KEYS[3], '*', 'id', ARGV[1], 'size', size)
redis.call('HSET', KEYS[1], 'revision', revision + 1, 'ticket', ticket)
redis.call('HDEL', KEYS[1], 'state', 'finished_at', 'tries', 'run', 'begun', 'redispatches', 'taken', 'failure')
redis.call('PERSIST', KEYS[1])
redis.call('ZADD', KEYS[2], now + ARGV[2], ARGV[1])
if failure then redis.call('XDEL', KEYS[4], failure) end
redis.call('HINCRBY', KEYS[5], 'requeued', 1)
return {'requeued', revision + 1}
