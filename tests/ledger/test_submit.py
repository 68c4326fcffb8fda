"""The door: a document is accepted once, and its lane carries no text."""

from redis import Redis

from schemas import Document
from tests.ledger.steps import (
    due_milliseconds,
    offer,
)
from workers.ledger import codec, keys
from workers.ledger.door import Answer


class TestSubmit:
    def test_a_new_document_is_accepted_and_due(self, redis: Redis) -> None:
        receipt = offer(redis, Document(id="a", text="one"))[0]
        assert receipt.answer is Answer.ACCEPTED
        assert redis.xlen(keys.DOCUMENTS) == 1
        assert due_milliseconds(redis, "a") > 3_000_000

    def test_the_same_content_again_is_answered_with_the_first_entry(self, redis: Redis) -> None:
        first, second = offer(redis, Document(id="a", text="one"), Document(id="a", text="one", batch="b"))
        assert (second.answer, second.entry) == (Answer.EXISTS, first.entry)
        assert redis.xlen(keys.DOCUMENTS) == 1

    def test_other_content_under_the_same_id_is_a_conflict(self, redis: Redis) -> None:
        offer(redis, Document(id="a", text="one"))
        assert offer(redis, Document(id="a", text="two"))[0].answer is Answer.CONFLICT

    def test_the_lane_carries_the_id_and_no_text(self, redis: Redis) -> None:
        offer(redis, Document(id="a", text="secret words"))
        assert b"secret" not in b"".join(
            value for _, fields in redis.xrange(keys.DOCUMENTS) for value in fields.values()
        )

    def test_a_lone_surrogate_survives_the_ledger(self, redis: Redis) -> None:
        offer(redis, Document(id="a", text="a\ud800b"))
        source = redis.hget(keys.document("a"), "source")
        assert isinstance(source, bytes)
        assert codec.decode_document(source).text == "a\ud800b"

    def test_too_large_a_body_is_accepted_without_it(self, redis: Redis) -> None:
        assert offer(redis, Document(id="a", text="x" * 1_001))[0].answer is Answer.ACCEPTED
        assert redis.hget(keys.document("a"), "fault_code") == b"too_large"
        assert len(redis.hget(keys.document("a"), "source") or b"") < 100
