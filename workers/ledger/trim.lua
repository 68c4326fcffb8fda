-- Trim the results stream past the slowest group, and to its bounds whoever has not read.
-- KEYS: results, counts, door
-- ARGV: results kept that every group has read, most results, most bytes, most entries that one call trims
-- Answer: {trimmed, of which some group had not read, entries left, most entries within both bounds}
-- Redis trims whole nodes, of at most so many entries unless its configuration says otherwise.
local NODE_ENTRIES = 100
local length = redis.call('XLEN', KEYS[1])
if length == 0 then return {0, 0, 0, tonumber(ARGV[2])} end

local function parts(id)
  local ms, seq = string.match(id, '(%d+)-(%d+)')
  return tonumber(ms), tonumber(seq)
end
local function is_before(one, other)
  local ms, seq = parts(one)
  local other_ms, other_seq = parts(other)
  return ms < other_ms or (ms == other_ms and seq < other_seq)
end
local function after(id)
  local ms, seq = parts(id)
  return string.format('%.0f-%.0f', ms, seq + 1)
end

-- The first entry that some group has not read, or has read and not acknowledged.
local needed, groups = nil, redis.call('XINFO', 'GROUPS', KEYS[1])
for _, row in ipairs(groups) do
  local facts = {}
  for i = 1, #row, 2 do
    facts[row[i]] = row[i + 1]
  end
  local position = after(facts['last-delivered-id'])
  if facts.pending > 0 then
    local oldest = redis.call('XPENDING', KEYS[1], facts.name)[2]
    if oldest and is_before(oldest, position) then position = oldest end
  end
  if not needed or is_before(position, needed) then needed = position end
end
needed = needed or after(redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)[1][1])

local most = tonumber(ARGV[2])
local used = redis.call('MEMORY', 'USAGE', KEYS[1], 'SAMPLES', 50) or 0
if used > tonumber(ARGV[3]) then
  most = math.min(most, math.max(math.floor(length * ARGV[3] / used), 1))
end
-- Without a group nobody has read anything yet. Short of memory, the stream keeps only what a group still waits for.
local kept = most
if #groups > 0 then
  local is_short = redis.call('HGET', KEYS[3], 'reason') == 'memory'
  kept = is_short and 0 or math.min(tonumber(ARGV[1]), most)
end

local limit, trimmed, unread = tonumber(ARGV[4]), 0, 0
local excess = math.min(length - kept, limit)
if excess > 0 then
  trimmed = redis.call('XTRIM', KEYS[1], 'MINID', '~', needed, 'LIMIT', excess)
end
local over = length - trimmed - most
if over > 0 then
  -- What everybody has read in the node that is left goes first, so that what is counted below was unread.
  local rows = redis.call('XRANGE', KEYS[1], '-', '+', 'COUNT', math.min(over, NODE_ENTRIES) + 1)
  local keep = rows[#rows][1]
  if is_before(needed, keep) then keep = needed end
  trimmed = trimmed + redis.call('XTRIM', KEYS[1], 'MINID', keep)
  over = length - trimmed - most
end
if over > 0 and not is_before(redis.call('XRANGE', KEYS[1], '-', '+', 'COUNT', 1)[1][1], needed) then
  unread = redis.call('XTRIM', KEYS[1], 'MAXLEN', '~', most, 'LIMIT', limit)
  redis.pcall('HINCRBY', KEYS[2], 'results_trimmed_unread', unread)
end
return {trimmed + unread, unread, length - trimmed - unread, most}
