-- Remove the entries of a document from one page of a stream, and say which groups have read them.
-- KEYS: stream
-- ARGV: id, first entry to look at ('-' or '(' and an entry), entries to look at, group that owns the stream ('' for
--       none: its rows are acknowledged)
-- Answer: {last entry looked at ('' at the end), removed entries, {group, its last delivered entry, then for each
--         removed entry: consumer that has it pending or ''} of each group}
local page = redis.call('XRANGE', KEYS[1], ARGV[2], '+', 'COUNT', ARGV[3])

local function is_meant(entry, fields)
  local values = {}
  for i = 1, #fields, 2 do
    values[fields[i]] = fields[i + 1]
  end
  if values.id == ARGV[1] then return true end
  local document = values.document
  if not document or (entry ~= ARGV[1] and not string.find(document, ARGV[1], 1, true)
      and not string.find(document, '\\u', 1, true)) then return false end
  local is_json, decoded = pcall(cjson.decode, document)
  if not is_json or type(decoded) ~= 'table' then return false end
  return decoded.id == ARGV[1] or (entry == ARGV[1] and type(decoded.id) ~= 'string')
end

local removed = {}
for _, row in ipairs(page) do
  if is_meant(row[1], row[2]) then removed[#removed + 1] = row[1] end
end
local groups = {}
if #removed > 0 then
  for _, row in ipairs(redis.call('XINFO', 'GROUPS', KEYS[1])) do
    local facts = {}
    for i = 1, #row, 2 do
      facts[row[i]] = row[i + 1]
    end
    local group = {facts.name, facts['last-delivered-id']}
    for _, entry in ipairs(removed) do
      local pending = redis.call('XPENDING', KEYS[1], facts.name, entry, entry, 1)
      group[#group + 1] = pending[1] and pending[1][2] or ''
    end
    groups[#groups + 1] = group
  end
  redis.call('XDEL', KEYS[1], unpack(removed))
  if ARGV[4] ~= '' then redis.pcall('XACK', KEYS[1], ARGV[4], unpack(removed)) end
end
return {#page == tonumber(ARGV[3]) and page[#page][1] or '', removed, groups}
