-- Push the moment at which somebody must look at documents that this run still holds.
-- KEYS: due, document of each
-- ARGV: lease ms, run, then for each: id, mark
-- Answer: how many are still held
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
-- A first write that Redis allows at the memory limit: after it the script may end there.
redis.call('ZREM', KEYS[1], '')
local held = 0
for i = 2, #KEYS do
  local a = 3 + (i - 2) * 2
  local entry, revision, state, holder = unpack(redis.call('HMGET', KEYS[i], 'entry', 'revision', 'state', 'run'))
  if entry and not state and holder == ARGV[2] and entry .. '#' .. revision == ARGV[a + 1] then
    redis.call('ZADD', KEYS[1], 'XX', now + ARGV[1], ARGV[a])
    held = held + 1
  end
end
return held
