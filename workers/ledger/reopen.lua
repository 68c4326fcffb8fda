-- Open a finished document again under its next revision; the outputs that stay are not made again.
-- KEYS: document, due, lane, failures, counts, then outputs beside the hash: those that stay, those that go
-- ARGV: id, mark, recheck ms, outputs kept ms, counter, endings that may be opened (comma before and after each),
--       its failure ('' for any), stages to do, comma between them ('' for what is left), dry run (1 or ''),
--       how many outputs beside the hash stay, how many fields must be there, then those fields, then fields that go
-- Answer: {opened | possible, revision}, or {why not, 0}: gone, unfinished, changed, an ending, bodiless, superseded
local entry, revision, state, size, failure, fault =
  unpack(redis.call('HMGET', KEYS[1], 'entry', 'revision', 'state', 'size', 'failure', 'fault_code'))
if not entry then return {'gone', 0} end
if not state then return {'unfinished', 0} end
if entry .. '#' .. revision ~= ARGV[2] then return {'changed', 0} end
if not string.find(ARGV[6], ',' .. state .. ',', 1, true) then return {state, 0} end
if fault then return {'bodiless', 0} end
if ARGV[7] ~= '' and failure ~= ARGV[7] then return {'superseded', 0} end
local stay, needed = tonumber(ARGV[10]), tonumber(ARGV[11])
for i = 6, 5 + stay do
  if redis.call('EXISTS', KEYS[i]) == 0 then return {'gone', 0} end
end
for i = 12, 11 + needed do
  if redis.call('HEXISTS', KEYS[1], ARGV[i]) == 0 then return {'gone', 0} end
end
redis.call('ZSCORE', KEYS[2], ARGV[1])
redis.call('XLEN', KEYS[4])
if ARGV[9] == '1' then return {'possible', revision + 1} end

-- XADD is the first write: at the memory limit Redis refuses it, and nothing has changed
local ticket = redis.call('XADD', KEYS[3], '*', 'id', ARGV[1], 'size', size)
redis.call('HSET', KEYS[1], 'revision', revision + 1, 'ticket', ticket)
redis.call('HDEL', KEYS[1], 'state', 'finished_at', 'tries', 'run', 'begun', 'redispatches', 'taken', 'failure',
  'history', 'released', 'cancel')
if ARGV[8] ~= '' then
  redis.call('HSET', KEYS[1], 'next', string.match(ARGV[8], '^[^,]+'), 'redo', ARGV[8])
  for i = 12 + needed, #ARGV do
    redis.call('HDEL', KEYS[1], ARGV[i])
  end
end
redis.call('PERSIST', KEYS[1])
for i = 6, #KEYS do
  if i <= 5 + stay then
    redis.call('PEXPIRE', KEYS[i], ARGV[4])
  else
    redis.call('DEL', KEYS[i])
  end
end
local time = redis.call('TIME')
redis.call('ZADD', KEYS[2], time[1] * 1000 + math.floor(time[2] / 1000) + ARGV[3], ARGV[1])
if failure then redis.call('XDEL', KEYS[4], failure) end
redis.pcall('HINCRBY', KEYS[5], ARGV[5], 1)
return {'opened', revision + 1}
