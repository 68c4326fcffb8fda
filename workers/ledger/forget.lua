-- Remove everything that is kept under the keys of a document; an unfinished one leaves `due` without a result.
-- KEYS: document, due, normal lane, high lane, result, counts, finished, then outputs beside the hash
-- ARGV: id, mark that was seen ('' for none), group, channel, event
-- Answer: forgotten | unknown | changed
local entry, revision, state, ticket = unpack(redis.call('HMGET', KEYS[1], 'entry', 'revision', 'state', 'ticket'))
local mark = entry and entry .. '#' .. revision or ''
if mark ~= ARGV[2] then return 'changed' end
redis.call('ZSCORE', KEYS[2], ARGV[1])
redis.call('XLEN', KEYS[3])
redis.call('XLEN', KEYS[4])
redis.call('ZSCORE', KEYS[7], ARGV[1])
local gone = redis.call('ZREM', KEYS[2], ARGV[1]) + redis.call('ZREM', KEYS[7], ARGV[1])
  + redis.call('DEL', KEYS[1], KEYS[5], unpack(KEYS, 8))
if ticket then
  for i = 3, 4 do
    -- XACK fails where there is no group; then there is nothing to acknowledge
    redis.pcall('XACK', KEYS[i], ARGV[3], ticket)
    gone = gone + redis.call('XDEL', KEYS[i], ticket)
  end
end
if gone == 0 then return 'unknown' end
redis.pcall('HINCRBY', KEYS[6], 'forgotten', 1)
redis.call('PUBLISH', ARGV[4], ARGV[5])
return 'forgotten'
