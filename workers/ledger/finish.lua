-- Publish the end of a document, once per revision: whoever removes it from `due` has finished it.
-- KEYS: due, document, result, results, failures, counts, lane, finished
-- ARGV: id, mark, status, result, result expiry ms, document expiry ms, most results, failures kept ms,
--       channel, event, then for a failure: field, value …
-- Answer: published | already | incomplete
-- ZREM is the first write: Redis allows it at the memory limit, and then lets the script end.
local entry, revision, state, next_stage, ticket =
  unpack(redis.call('HMGET', KEYS[2], 'entry', 'revision', 'state', 'next', 'ticket'))
if not entry or state or entry .. '#' .. revision ~= ARGV[2] then
  redis.pcall('HINCRBY', KEYS[6], 'already', 1)
  return 'already'
end
if (ARGV[3] == 'completed' or ARGV[3] == 'partial') and next_stage ~= 'publish' then return 'incomplete' end
local wanted = {[3] = 'string', [4] = 'stream', [5] = 'stream', [6] = 'hash', [7] = 'stream', [8] = 'zset'}
for i, kind in pairs(wanted) do
  local found = redis.call('TYPE', KEYS[i]).ok
  if found ~= 'none' and found ~= kind then
    return redis.error_reply('WRONGTYPE ' .. KEYS[i] .. ' is a ' .. found .. ', not a ' .. kind)
  end
end
if redis.call('ZREM', KEYS[1], ARGV[1]) == 0 then
  redis.pcall('HINCRBY', KEYS[6], 'already', 1)
  return 'already'
end
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('XDEL', KEYS[7], ticket)
redis.call('SET', KEYS[3], ARGV[4], 'PX', ARGV[5])
redis.call('XADD', KEYS[4], 'MAXLEN', '~', ARGV[7], '*', 'id', ARGV[1], 'revision', revision, 'status', ARGV[3],
  'entry', entry, 'result', ARGV[4])
redis.call('HSET', KEYS[2], 'state', ARGV[3], 'finished_at', now)
redis.call('HDEL', KEYS[2], 'run', 'begun')
if #ARGV > 10 then
  local failure = redis.call('XADD', KEYS[5], 'MINID', '~', math.max(now - ARGV[8], 0), '*', unpack(ARGV, 11))
  redis.call('HSET', KEYS[2], 'failure', failure)
end
redis.call('PEXPIRE', KEYS[2], ARGV[6])
if ARGV[3] ~= 'failed' then redis.call('ZADD', KEYS[8], now, ARGV[1]) end
redis.pcall('HINCRBY', KEYS[6], ARGV[3], 1)
redis.call('PUBLISH', ARGV[9], ARGV[10])
return 'published'
