-- Take entries out of a lane into the ledger; foreign entries are accepted here.
-- KEYS: lane, due, counts, document of each entry
-- ARGV: group, patience ms, lane name, then for each entry:
--       entry, id, digest ('' for an entry of our own door), source, head, size, fault code, fault message
-- Answer for each: {new | known | gone | unknown | duplicate | conflict | cancelled, mark, first entry}
-- Reads that fail on a key of the wrong type come before the first write. A document's own key of a wrong type is a
-- conflict, so that its neighbours are taken. A document whose cancellation came first says so until it is cancelled.
redis.call('ZSCORE', KEYS[2], '')
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

-- Whether the entry was there: a reader that comes back after days must not accept it a second time.
local function leave(entry)
  return redis.call('XACK', KEYS[1], ARGV[1], entry) + redis.call('XDEL', KEYS[1], entry) > 0
end

local function accept(key, state, entry, id, digest, source, head, size, code, message)
  redis.call('HSET', key, 'entry', entry, 'ticket', entry, 'revision', 1, 'digest', digest, 'source', source,
    'head', head, 'lane', ARGV[3], 'size', size, 'next', 'normalize', 'submitted_at', now, 'taken', 1)
  if state then redis.call('HSET', key, 'cancel', 1) end
  redis.call('HDEL', key, 'state')
  redis.call('PERSIST', key)
  if code ~= '' then
    redis.call('HSET', key, 'fault_code', code, 'fault_message', message)
  end
  redis.call('ZADD', KEYS[2], now + ARGV[2], id)
  redis.pcall('HINCRBY', KEYS[3], 'accepted', 1)
end

local answers = {}
for i = 4, #KEYS do
  local a = 4 + (i - 4) * 8
  local entry, id, digest = ARGV[a], ARGV[a + 1], ARGV[a + 2]
  -- the hash is read again: two entries of one bundle can bear the same id
  local facts = redis.pcall('HMGET', KEYS[i], 'entry', 'revision', 'digest', 'state', 'taken', 'cancel')
  local first, revision, seen, state, taken, cancel = unpack(facts.err and {} or facts)
  if facts.err then
    answers[#answers + 1] = {'conflict', '', ''}
  elseif digest == '' and not first and not state then
    -- nobody put this document into the ledger: the entry is refused by its name
    answers[#answers + 1] = {'unknown', '', ''}
  elseif digest == '' then
    leave(entry)
    if state then
      answers[#answers + 1] = {'gone', '', ''}
    elseif taken then
      answers[#answers + 1] = {'known', '', first}
    else
      redis.call('HSET', KEYS[i], 'taken', 1)
      redis.call('ZADD', KEYS[2], now + ARGV[2], id)
      answers[#answers + 1] = {'new', first .. '#' .. revision, first}
    end
  elseif not first and not leave(entry) then
    answers[#answers + 1] = {'gone', '', ''}
  elseif not first then
    accept(KEYS[i], state, entry, id, digest, ARGV[a + 3], ARGV[a + 4], ARGV[a + 5], ARGV[a + 6], ARGV[a + 7])
    answers[#answers + 1] = {state and 'cancelled' or 'new', entry .. '#1', entry}
  elseif first == entry then
    leave(entry)
    local is_doomed = not state and cancel == revision
    answers[#answers + 1] = {is_doomed and 'cancelled' or 'known', is_doomed and entry .. '#' .. revision or '', first}
  elseif seen == digest then
    leave(entry)
    redis.pcall('HINCRBY', KEYS[3], 'duplicates', 1)
    answers[#answers + 1] = {'duplicate', '', first}
  else
    answers[#answers + 1] = {'conflict', '', first}
  end
end
return answers
