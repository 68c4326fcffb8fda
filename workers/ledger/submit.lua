-- Accept documents at a door of ours while there is room: the text is stored once, the lane carries its id.
-- Without documents it is a look at the door.
-- KEYS: due, counts, door, then for each: document, lane
-- ARGV: share of the memory limit and unfinished documents at which doors close, share of either below which they
--       open again, door expiry ms, recheck ms, then for each:
--       id, digest, source, head, lane name, size, fault code, fault message
-- Answer: {reason (memory | backlog | ''), closed since ms, used bytes, limit bytes, unfinished, answers}, and for
--         each: {accepted | exists | conflict | cancelled | full, entry, state, revision}
-- Reads that fail on a key of the wrong type come before the first write; a counter never stops a document.
local unfinished = redis.call('ZCARD', KEYS[1])
local since, reason = unpack(redis.call('HMGET', KEYS[3], 'since', 'reason'))
for i = 4, #KEYS, 2 do
  redis.call('HEXISTS', KEYS[i], 'entry')
  redis.call('XLEN', KEYS[i + 1])
end
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

-- A producer may not be allowed to ask; then the door is as whoever may has left it.
local info = redis.pcall('INFO', 'memory')
local is_told = type(info) == 'string'
local function bytes(name)
  return is_told and tonumber(string.match(info, '[\r\n]' .. name .. ':(%d+)') or 0) or 0
end
local used = bytes('used_memory') - bytes('mem_not_counted_for_evict')
local limit = bytes('maxmemory')
if limit == 0 then limit = bytes('total_system_memory') end

local function is_full(name, value, mark)
  return value >= mark or (reason == name and value >= mark * ARGV[3])
end
local function why()
  if not is_told and reason == 'memory' then return 'memory' end
  if limit > 0 and is_full('memory', used, limit * ARGV[1]) then return 'memory' end
  if is_full('backlog', unfinished, tonumber(ARGV[2])) then return 'backlog' end
  return ''
end
local full = why()
if full ~= '' then
  -- PEXPIRE is the first write: Redis allows it at the memory limit, and then lets the script go on.
  redis.call('PEXPIRE', KEYS[3], ARGV[4])
  if full ~= reason then
    since = since or now
    redis.call('HSET', KEYS[3], 'reason', full, 'since', since)
    redis.call('PEXPIRE', KEYS[3], ARGV[4])
  end
elseif reason then
  redis.call('DEL', KEYS[3])
  since = nil
end

local function offer(key, lane, a)
  local seen, entry, state, revision = unpack(redis.call('HMGET', key, 'digest', 'entry', 'state', 'revision'))
  if seen then return {seen == ARGV[a + 1] and 'exists' or 'conflict', entry, state or '', revision} end
  if state then return {'cancelled', '', state, '1'} end
  if full ~= '' or unfinished >= tonumber(ARGV[2]) then return {'full', '', '', '0'} end
  local ticket = redis.call('XADD', lane, '*', 'id', ARGV[a], 'size', ARGV[a + 5])
  redis.call('HSET', key, 'entry', ticket, 'ticket', ticket, 'revision', 1, 'digest', ARGV[a + 1], 'source', ARGV[a + 2],
    'head', ARGV[a + 3], 'lane', ARGV[a + 4], 'size', ARGV[a + 5], 'next', 'normalize', 'submitted_at', now)
  if ARGV[a + 6] ~= '' then
    redis.call('HSET', key, 'fault_code', ARGV[a + 6], 'fault_message', ARGV[a + 7])
  end
  redis.call('ZADD', KEYS[1], now + ARGV[5], ARGV[a])
  redis.pcall('HINCRBY', KEYS[2], 'accepted', 1)
  unfinished = unfinished + 1
  return {'accepted', ticket, '', '1'}
end

local answers, turned_away = {}, 0
for i = 4, #KEYS, 2 do
  local answer = offer(KEYS[i], KEYS[i + 1], 6 + (i - 4) * 4)
  if answer[1] == 'full' then turned_away = turned_away + 1 end
  answers[#answers + 1] = answer
end
if turned_away > 0 then redis.pcall('HINCRBY', KEYS[2], 'turned_away', turned_away) end
return {full, since or '', used, limit, unfinished, answers}
