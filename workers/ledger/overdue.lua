-- Look at documents whose moment has come. Any number of callers may run this: each document is answered to one.
-- KEYS: due, counts, normal lane, high lane, document of each
-- ARGV: patience ms, recheck ms, farthest ms, order of stages (comma before and after each),
--       then for each: id, mark and stage of a message in Celery's queues ('' for none)
-- Answer for each that must be sent again: {id, mark, attempts, next stage, size}, or that must be cancelled: with
--   `cancel` as its stage
-- A moment beyond the farthest was set by a clock that has gone back since; it has come as well.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local order = ARGV[4]
redis.call('XLEN', KEYS[3])
redis.call('XLEN', KEYS[4])
-- A first write that Redis allows at the memory limit: after it the script may end there.
redis.call('ZREM', KEYS[1], '')

local function back_in_lane(key, id, lane_name, ticket, size)
  local lane = lane_name == 'high' and KEYS[4] or KEYS[3]
  if #redis.call('XRANGE', lane, ticket, ticket) == 0 then
    redis.call('HSET', key, 'ticket', redis.call('XADD', lane, '*', 'id', id, 'size', size))
    redis.pcall('HINCRBY', KEYS[2], 'readmitted', 1)
  end
  redis.call('ZADD', KEYS[1], 'XX', now + ARGV[2], id)
end

local function place(stage)
  return string.find(order, ',' .. stage .. ',', 1, true) or math.huge
end

local function look(key, id, travelling_mark, travelling_stage)
  local facts = redis.pcall('HMGET', key, 'entry', 'revision', 'state', 'taken', 'tries', 'redispatches', 'next', 'size',
    'run', 'released', 'cancel', 'lane', 'ticket')
  local entry, revision, state, taken, tries, redispatches, next_stage, size, holder, released, cancel, lane, ticket =
    unpack(facts.err and {} or facts)
  if not entry or state then
    redis.call('ZREM', KEYS[1], id)
    return nil
  end
  if not taken then
    back_in_lane(key, id, lane, ticket, size)
    return nil
  end
  local mark = entry .. '#' .. revision
  local count = tonumber(redispatches or 0)
  if not holder and travelling_mark == mark and place(travelling_stage) <= place(next_stage) then
    redis.call('ZADD', KEYS[1], 'XX', now + ARGV[1] * 2 ^ math.min(count, 5), id)
    return nil
  end
  -- patience grows with messages that were lost, not with runs that died or were cut short
  if not holder and not released then count = count + 1 end
  redis.call('ZADD', KEYS[1], 'XX', now + ARGV[1] * 2 ^ math.min(count, 5), id)
  redis.call('HSET', key, 'redispatches', count)
  redis.call('HDEL', key, 'run', 'begun', 'released')
  redis.pcall('HINCRBY', KEYS[2], 'redispatched', 1)
  return {id, mark, tonumber(tries or 0), cancel == revision and 'cancel' or next_stage, tonumber(size)}
end

local again = {}
for i = 5, #KEYS do
  local a = 5 + (i - 5) * 3
  local score = tonumber(redis.call('ZSCORE', KEYS[1], ARGV[a]) or 'inf')
  if score <= now or (score > now + ARGV[3] and score < math.huge) then
    again[#again + 1] = look(KEYS[i], ARGV[a], ARGV[a + 1], ARGV[a + 2])
  end
end
return again
