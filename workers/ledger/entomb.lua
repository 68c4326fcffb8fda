-- Remember the cancellation of an id that nobody knows yet, so that its document is not begun when it comes.
-- KEYS: document
-- ARGV: expiry ms
-- Answer: entombed | known
if redis.call('EXISTS', KEYS[1]) == 1 then return 'known' end
redis.call('HSET', KEYS[1], 'state', 'cancelled')
redis.call('PEXPIRE', KEYS[1], ARGV[1])
return 'entombed'
