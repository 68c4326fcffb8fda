-- Nothing is on its way through Celery: documents that wait for a message wait in vain, so their moment is now.
-- KEYS: due, counts, document of each
-- ARGV: then for each: id
-- Answer: how many were woken
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local woken = 0
for i = 3, #KEYS do
  local taken, holder, state = unpack(redis.call('HMGET', KEYS[i], 'taken', 'run', 'state'))
  local score = redis.call('ZSCORE', KEYS[1], ARGV[i - 2])
  if taken and not holder and not state and score and tonumber(score) > now then
    redis.call('ZADD', KEYS[1], 'XX', now, ARGV[i - 2])
    woken = woken + 1
  end
end
if woken > 0 then redis.call('HINCRBY', KEYS[2], 'woken', woken) end
return woken
