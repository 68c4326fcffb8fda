-- Say what is kept of a document, without a word of its text.
-- KEYS: document
-- Answer: nothing for an unknown one, else {entry, revision, state, lane, failure, finished ms, kept until ms, has source,
--         then for each stage output: stage, key beside the hash ('' when it is in the hash)}; absent values are ''
local names = {'entry', 'revision', 'state', 'lane', 'failure', 'finished_at'}
local answer = {}
for i, value in ipairs(redis.call('HMGET', KEYS[1], unpack(names))) do
  answer[i] = value or ''
end
if redis.call('EXISTS', KEYS[1]) == 0 then return {} end
local left, time = redis.call('PTTL', KEYS[1]), redis.call('TIME')
answer[#answer + 1] = left > 0 and string.format('%.0f', time[1] * 1000 + math.floor(time[2] / 1000) + left) or ''
answer[#answer + 1] = redis.call('HEXISTS', KEYS[1], 'source')
for _, name in ipairs(redis.call('HKEYS', KEYS[1])) do
  if string.sub(name, 1, 6) == 'stage:' then
    -- what stands for an output beside the hash is short
    local value = redis.call('HSTRLEN', KEYS[1], name) < 1000 and redis.call('HGET', KEYS[1], name) or ''
    answer[#answer + 1] = string.sub(name, 7)
    answer[#answer + 1] = string.sub(value, 1, 1) == '@' and string.sub(value, 2) or ''
  end
end
return answer
