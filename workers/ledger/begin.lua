-- Decide for each document of a bundle whether this run may do this stage.
-- KEYS: due, counts, document of each
-- ARGV: stage, order of stages (comma before and after each), attempts allowed, lease ms, run, worker, then for each: id, mark
-- Answer for each: go | done | skip | held | split | exhausted
local stage, order, run = ARGV[1], ARGV[2], ARGV[5]
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local bundle = #KEYS - 2
local position = string.find(order, ',' .. stage .. ',', 1, true)

local function decide(key, id, mark)
  -- a key that somebody else overwrote must not keep its neighbours from their work
  local facts = redis.pcall('HMGET', key, 'entry', 'revision', 'state', 'tries', 'run', 'next')
  if facts.err then return 'skip' end
  local entry, revision, state, tries, holder, next_stage = unpack(facts)
  if not entry or state or entry .. '#' .. revision ~= mark then return 'skip' end
  local next_position = string.find(order, ',' .. next_stage .. ',', 1, true)
  if not next_position or next_position < position then return 'skip' end
  if next_position > position then return 'done' end
  if holder == run then return 'go' end
  tries = tonumber(tries or 0)
  local score = redis.call('ZSCORE', KEYS[1], id)
  if not score then return 'skip' end
  if holder and tonumber(score) > now then return 'held' end
  if tries >= tonumber(ARGV[3]) then return 'exhausted' end
  if tries > 0 and bundle > 1 then return 'split' end
  -- HDEL comes first: Redis allows it at the memory limit, and then lets the script end
  redis.call('HDEL', key, 'begun', 'released')
  redis.call('HSET', key, 'run', run, 'worker', ARGV[6])
  redis.call('ZADD', KEYS[1], 'XX', now + ARGV[4], id)
  return 'go'
end

local answers = {}
for i = 3, #KEYS do
  local a = 7 + (i - 3) * 2
  local answer = decide(KEYS[i], ARGV[a], ARGV[a + 1])
  if answer == 'split' then redis.pcall('HINCRBY', KEYS[2], 'splits', 1) end
  answers[#answers + 1] = answer
end
return answers
