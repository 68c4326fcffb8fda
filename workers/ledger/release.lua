-- Give back documents that this run holds and did not finish, with the attempt, to be looked at soon.
-- KEYS: due, document of each
-- ARGV: run (or the part before its last colon, colon included), delay ms, then for each: id
-- Answer: how many were given back
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local released = 0

local function is_mine(holder)
  if not holder then return false end
  return holder == ARGV[1] or (string.sub(ARGV[1], -1) == ':' and string.sub(holder, 1, #ARGV[1]) == ARGV[1])
end

for i = 2, #KEYS do
  local holder, begun, tries, history = unpack(redis.call('HMGET', KEYS[i], 'run', 'begun', 'tries', 'history'))
  if is_mine(holder) then
    -- HDEL comes first: Redis allows it at the memory limit, and then lets the script end
    redis.call('HDEL', KEYS[i], 'run', 'begun')
    if begun == holder and tonumber(tries) > 1 then
      redis.call('HINCRBY', KEYS[i], 'tries', -1)
      redis.call('HSET', KEYS[i], 'history', string.match(history or '', '^(.*)\n') or '')
    elseif begun == holder then
      redis.call('HDEL', KEYS[i], 'tries', 'history')
    end
    redis.call('HSET', KEYS[i], 'released', 1)
    redis.call('ZADD', KEYS[1], 'XX', now + ARGV[2], ARGV[i + 1])
    released = released + 1
  end
end
return released
