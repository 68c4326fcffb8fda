-- Count an attempt when work on a document begins, once per run however often the call is repeated.
-- KEYS: document
-- ARGV: run
-- Answer: attempts, or 0 when the run is not its holder
local holder, begun, tries = unpack(redis.call('HMGET', KEYS[1], 'run', 'begun', 'tries'))
if holder ~= ARGV[1] then return 0 end
if begun == ARGV[1] then return tonumber(tries) end
redis.call('HSET', KEYS[1], 'begun', ARGV[1])
return redis.call('HINCRBY', KEYS[1], 'tries', 1)
