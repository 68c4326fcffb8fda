-- Look at documents whose moment has come. Any number of callers may run this: each document is answered to one.
-- KEYS: due, counts, normal lane, high lane, document of each
-- ARGV: patience ms, recheck ms, then for each: id
-- Answer for each that must be sent again: {id, mark, attempts, next stage, size}
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

local function back_in_lane(key, id)
  local lane_name, ticket, size = unpack(redis.call('HMGET', key, 'lane', 'ticket', 'size'))
  local lane = lane_name == 'high' and KEYS[4] or KEYS[3]
  if #redis.call('XRANGE', lane, ticket, ticket) == 0 then
    redis.call('HSET', key, 'ticket', redis.call('XADD', lane, '*', 'id', id, 'size', size))
    redis.call('HINCRBY', KEYS[2], 'readmitted', 1)
  end
  redis.call('ZADD', KEYS[1], 'XX', now + ARGV[2], id)
end

local again = {}
for i = 5, #KEYS do
  local id = ARGV[i - 2]
  local score = redis.call('ZSCORE', KEYS[1], id)
  if score and tonumber(score) <= now then
    local entry, revision, state, taken, tries, redispatches, next_stage, size = unpack(redis.call('HMGET', KEYS[i],
      'entry', 'revision', 'state', 'taken', 'tries', 'redispatches', 'next', 'size'))
    if not entry or state then
      redis.call('ZREM', KEYS[1], id)
    elseif not taken then
      back_in_lane(KEYS[i], id)
    else
      local count = tonumber(redispatches or 0) + 1
      redis.call('ZADD', KEYS[1], 'XX', now + ARGV[1] * 2 ^ math.min(count, 5), id)
      redis.call('HSET', KEYS[i], 'redispatches', count)
      redis.call('HDEL', KEYS[i], 'run', 'begun')
      redis.call('HINCRBY', KEYS[2], 'redispatched', 1)
      again[#again + 1] = {id, entry .. '#' .. revision, tonumber(tries or 0), next_stage, tonumber(size)}
    end
  end
end
return again
