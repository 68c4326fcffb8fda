-- Nothing is on its way through Celery: documents that wait for a message wait in vain, so their moment is now.
-- KEYS: due, counts, document of each
-- ARGV: then for each: id
-- Answer: how many were woken
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
-- A first write that Redis allows at the memory limit: after it the script may end there.
redis.call('ZREM', KEYS[1], '')
local woken = 0
for i = 3, #KEYS do
  local facts = redis.pcall('HMGET', KEYS[i], 'taken', 'run', 'state')
  local taken, holder, state = unpack(facts.err and {} or facts)
  local score = redis.call('ZSCORE', KEYS[1], ARGV[i - 2])
  if taken and not holder and not state and score and tonumber(score) > now then
    redis.call('ZADD', KEYS[1], 'XX', now, ARGV[i - 2])
    woken = woken + 1
  end
end
if woken > 0 then redis.pcall('HINCRBY', KEYS[2], 'woken', woken) end
return woken
