-- An entry that cannot be accepted leaves its lane and becomes a failure under its entry id.
-- KEYS: lane, failures, counts
-- ARGV: group, entry, failures kept ms, channel, event, then: field, value …
-- Answer: refused | already
local failures = redis.call('TYPE', KEYS[2]).ok
if failures ~= 'none' and failures ~= 'stream' then return redis.error_reply('WRONGTYPE ' .. KEYS[2]) end
redis.call('XACK', KEYS[1], ARGV[1], ARGV[2])
if redis.call('XDEL', KEYS[1], ARGV[2]) == 0 then return 'already' end
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('XADD', KEYS[2], 'MINID', '~', math.max(now - ARGV[3], 0), '*', unpack(ARGV, 6))
redis.pcall('HINCRBY', KEYS[3], 'rejected', 1)
redis.call('PUBLISH', ARGV[4], ARGV[5])
return 'refused'
