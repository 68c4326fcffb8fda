-- Accept a document at a door of ours: the text is stored once, the lane carries its id.
-- KEYS: document, due, lane, counts
-- ARGV: id, digest, source, head, lane name, size, recheck ms, fault code, fault message
-- Answer: {accepted | exists | conflict | cancelled, entry, state, revision}
local known = redis.call('HMGET', KEYS[1], 'digest', 'entry', 'state', 'revision')
if known[1] then
  local answer = known[1] == ARGV[2] and 'exists' or 'conflict'
  return {answer, known[2], known[3] or '', known[4]}
end
if known[3] then
  return {'cancelled', '', known[3], '1'}
end
redis.call('ZSCORE', KEYS[2], ARGV[1])
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local entry = redis.call('XADD', KEYS[3], '*', 'id', ARGV[1], 'size', ARGV[6])
redis.call('HSET', KEYS[1], 'entry', entry, 'ticket', entry, 'revision', 1, 'digest', ARGV[2], 'source', ARGV[3],
  'head', ARGV[4], 'lane', ARGV[5], 'size', ARGV[6], 'next', 'normalize', 'submitted_at', now)
if ARGV[8] ~= '' then
  redis.call('HSET', KEYS[1], 'fault_code', ARGV[8], 'fault_message', ARGV[9])
end
redis.call('ZADD', KEYS[2], now + ARGV[7], ARGV[1])
redis.pcall('HINCRBY', KEYS[4], 'accepted', 1)
return {'accepted', entry, '', '1'}
