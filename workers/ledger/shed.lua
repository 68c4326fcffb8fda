-- Give up source and stage outputs of finished documents before their time; id, digest and state stay for duplicates.
-- KEYS: finished, counts, document of each
-- ARGV: then for each: id
-- Answer: keys of stage outputs that stood beside the hashes, and may go with them
local beside, shed = {}, 0

local function give_up(key)
  for _, name in ipairs(redis.call('HKEYS', key)) do
    if string.sub(name, 1, 6) == 'stage:' then
      if redis.call('HSTRLEN', key, name) < 1000 then
        local value = redis.call('HGET', key, name)
        if string.sub(value, 1, 1) == '@' then beside[#beside + 1] = string.sub(value, 2) end
      end
      redis.call('HDEL', key, name)
    end
  end
  return redis.call('HDEL', key, 'source', 'head') > 0
end

for i = 3, #KEYS do
  local state = redis.call('HGET', KEYS[i], 'state')
  redis.call('ZREM', KEYS[1], ARGV[i - 2])
  if state and state ~= 'failed' and give_up(KEYS[i]) then shed = shed + 1 end
end
if shed > 0 then redis.pcall('HINCRBY', KEYS[2], 'shed', shed) end
return beside
