"""Every door leads to the same result, and bad input gets a clear answer."""

import json
from collections.abc import Iterator

import pytest
from celery import Celery

from schemas import Document, FailureCode, Options, Priority, Result, StageName, Status
from tests.queue.stack import Stack, notes
from tests.waiting import wait_until
from workers.client import Cancellation, Client
from workers.errors import IdConflict, NotPossible, TryLater, UnknownDocument
from workers.ledger import keys
from workers.ledger.door import Answer
from workers.settings import Settings

TEXT = "The council of Hamburg met on 3 May 2021 and spent 2.5 million euros on bicycle paths. It was a long evening."


def fields(result: Result) -> dict[str, object]:
    """What must not depend on the door."""
    return result.model_dump(mode="json", exclude={"id", "submitted_at", "completed_at", "provenance"})


class TestDoors:
    def test_client_celery_and_plain_redis_give_the_same_result(self, running: Stack) -> None:
        running.client.submit(Document(id="client", text=TEXT))
        running.redis.xadd(keys.DOCUMENTS, {"document": json.dumps({"id": "redis", "text": TEXT})})
        foreign = Celery("somebody-else", broker=running.server.url, set_as_current=False)
        foreign.send_task("workers.submit", args=[{"id": "celery", "text": TEXT}])
        wait_until(lambda: {"client", "redis", "celery"} <= set(running.published()), what="three results")
        results = [running.client.result(name) for name in ("client", "redis", "celery")]
        assert results[0] is not None
        assert results[0].status is Status.COMPLETED
        assert [fields(result) for result in results if result] == [fields(results[0])] * 3

    def test_the_result_is_at_the_key_in_the_stream_and_announced(self, running: Stack) -> None:
        with running.redis.pubsub(ignore_subscribe_messages=True) as channel:
            channel.subscribe(keys.EVENTS)
            running.submit(Document(id="three-ways", text=TEXT))
            result = running.client.wait("three-ways", timeout_seconds=30)
            heard: list[str] = []
            wait_until(
                lambda: heard.extend(m["data"].decode() for m in [channel.get_message()] if m) or heard, what="event"
            )
        (entry,) = [row for _, row in running.redis.xrange(keys.RESULTS) if row[b"id"] == b"three-ways"]
        assert Result.model_validate_json(entry[b"result"]) == result
        assert running.redis.get(keys.result("three-ways")) == entry[b"result"]
        assert json.loads(heard[0])["id"] == "three-ways"
        assert "council" not in heard[0]

    def test_provenance_says_who_did_what_and_how_long(self, running: Stack) -> None:
        running.submit(Document(id="provenance", text=TEXT))
        result = running.client.wait("provenance", timeout_seconds=30)
        assert [stage.name for stage in result.provenance.stages] == [stage.value for stage in StageName]
        assert all(stage.duration_ms and stage.attempts == 1 and stage.worker for stage in result.provenance.stages)
        assert result.submitted_at is not None
        assert result.completed_at is not None
        assert result.submitted_at <= result.completed_at

    def test_the_same_id_is_answered_with_what_exists_and_never_with_other_content(self, running: Stack) -> None:
        first = running.client.submit(Document(id="same", text=TEXT))
        running.client.wait("same", timeout_seconds=30)
        second = running.client.submit(Document(id="same", text=TEXT))
        assert (second.answer, second.entry) == (Answer.EXISTS, first.entry)
        with pytest.raises(IdConflict, match="choose another id"):
            running.client.submit(Document(id="same", text="Something else."))
        assert running.published()["same"] == 1

    def test_stages_are_published_with_what_they_need(self, running: Stack) -> None:
        options = Options(stages=(StageName.DETECT_LANGUAGE,), include_text=False)
        running.submit(Document(id="subset", text=TEXT, options=options))
        result = running.client.wait("subset", timeout_seconds=30)
        assert result.language is not None
        assert (result.text, result.entities, result.summary) == (None, None, None)

    def test_both_lanes_are_served(self, running: Stack) -> None:
        ids = running.submit(*notes(40, prefix="lane"), Document(id="urgent", text=TEXT, priority=Priority.HIGH))
        assert len(running.results(ids)) == 41

    def test_a_batch_name_and_metadata_are_passed_through(self, running: Stack) -> None:
        running.submit(
            Document(id="meta", text=TEXT, batch="june", metadata={"desk": "city"}, source="https://x.test/1")
        )
        result = running.client.wait("meta", timeout_seconds=30)
        assert (result.batch, result.metadata, result.source) == ("june", {"desk": "city"}, "https://x.test/1")


class TestBadInput:
    @pytest.mark.parametrize(
        ("name", "body", "path"),
        [
            ("colour", {"text": "x", "colour": "red"}, "colour"),
            ("spaces", {"text": "x", "id": "a b"}, "id"),
            ("nobody", {"id": "nobody"}, "$"),
        ],
    )
    def test_an_entry_that_is_no_document_becomes_a_failure_under_its_entry(
        self, running: Stack, name: str, body: dict[str, object], path: str
    ) -> None:
        entry = running.redis.xadd(keys.DOCUMENTS, {"document": json.dumps(body)}).decode()
        wait_until(lambda: any(row.entry == entry for _, row in running.client.failures()), what="a failure")
        (failure,) = [row for _, row in running.client.failures() if row.entry == entry]
        assert failure.code is FailureCode.INVALID_DOCUMENT
        assert failure.message.startswith(f"{path}: ")

    def test_the_celery_door_lists_what_it_refuses(self, running: Stack) -> None:
        foreign = Celery("somebody-else", broker=running.server.url, set_as_current=False)
        task = foreign.send_task("workers.submit", args=[{"text": "classified words", "colour": 1}])
        wait_until(lambda: any(task.id in row.entry for _, row in running.client.failures()), what="a failure")
        assert "classified" not in running.log()

    @pytest.mark.parametrize(("task", "serializer"), [("workers.sumbit", "json"), ("workers.submit", "pickle")])
    def test_a_message_that_no_task_takes_is_not_quoted_in_the_log(
        self, running: Stack, task: str, serializer: str
    ) -> None:
        before = running.log().count("was dropped")
        foreign = Celery("somebody-else", broker=running.server.url, set_as_current=False)
        foreign.send_task(task, args=[{"text": "confidential words"}], serializer=serializer)
        wait_until(lambda: running.log().count("was dropped") > before, what="a line in the log")
        assert "confidential" not in running.log()

    def test_a_document_of_another_version_fails_alone(self, stack: Stack) -> None:
        ids = stack.submit(*notes(2), Document(id="future", text=TEXT))
        for field in ("source", "head"):
            stack.redis.hset(keys.document("future"), field, json.dumps({"id": "future", "text": "x", "invented": 1}))
        stack.start_worker()
        results = stack.results(ids)
        assert {name for name, result in results.items() if result.status is Status.FAILED} == {"future"}
        assert results["future"].error is not None
        assert "version" in results["future"].error.message

    @pytest.mark.parametrize(
        ("name", "document", "code"),
        [
            ("large", {"content": b"x" * 50_000_000}, FailureCode.TOO_LARGE),
            ("zip", {"content": b"PK\x03\x04" + b"0" * 500, "media_type": "docx"}, FailureCode.CORRUPT_FILE),
            (
                "pdf",
                {"content": b"%PDF-1.7 " + bytes(range(256)), "media_type": "application/pdf"},
                FailureCode.CORRUPT_FILE,
            ),
            ("kind", {"content": b"x", "media_type": "video/mp4"}, FailureCode.UNSUPPORTED_MEDIA_TYPE),
        ],
    )
    def test_a_document_that_cannot_be_read_fails_with_its_code(
        self, running: Stack, name: str, document: dict[str, object], code: FailureCode
    ) -> None:
        if document.get("media_type") == "docx":
            document = {
                **document,
                "media_type": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            }
        running.client.submit(Document.model_validate({"id": f"bad-{name}", **document}))
        result = running.client.wait(f"bad-{name}", timeout_seconds=60)
        assert result.status is Status.FAILED
        assert result.error is not None
        assert result.error.code is code
        assert f"bad-{name}" in {row.id for _, row in running.client.failures()}

    @pytest.mark.parametrize(
        ("name", "document", "repair"),
        [
            ("empty", {"text": ""}, None),
            ("bytes", {"content": b"plain words \xff\xfe and more words"}, "undecodable_byte"),
            ("nul", {"text": "one\x00two three four"}, "control_character"),
            ("surrogate", {"text": "one \ud800 two three"}, "lone_surrogate"),
        ],
    )
    def test_broken_text_is_repaired_and_counted(
        self, running: Stack, name: str, document: dict[str, object], repair: str | None
    ) -> None:
        running.client.submit(Document.model_validate({"id": f"broken-{name}", **document}))
        result = running.client.wait(f"broken-{name}", timeout_seconds=60)
        assert result.status is Status.COMPLETED
        assert result.normalization is not None
        kinds = {row.kind for row in result.normalization.repairs}
        assert repair in kinds if repair else not kinds
        if name == "empty":
            assert result.language is not None
            assert result.language.tag == "zxx"


class TestCancelAndRequeue:
    def test_a_cancelled_document_is_published_as_such_and_can_be_requeued(self, stack: Stack) -> None:
        stack.submit(Document(id="a", text=TEXT))
        assert stack.client.cancel("a") is Cancellation.CANCELLED
        assert stack.client.wait("a", timeout_seconds=5).status is Status.CANCELLED
        assert stack.client.cancel("a") is Cancellation.FINISHED
        stack.start_worker()
        assert stack.client.requeue("a") == 2
        result = stack.client.wait("a", timeout_seconds=30)
        assert (result.status, result.revision) == (Status.COMPLETED, 2)

    def test_cancelling_an_unknown_id_is_remembered_until_it_comes(self, running: Stack) -> None:
        assert running.client.cancel("future") is Cancellation.ENTOMBED
        assert running.client.submit(Document(id="future", text=TEXT)).answer is Answer.CANCELLED
        assert running.client.cancel("foreign-future") is Cancellation.ENTOMBED
        running.redis.xadd(keys.DOCUMENTS, {"document": json.dumps({"id": "foreign-future", "text": TEXT})})
        assert running.client.wait("foreign-future", timeout_seconds=30).status is Status.CANCELLED

    def test_only_what_failed_or_was_cancelled_is_requeued(self, running: Stack) -> None:
        running.submit(Document(id="done", text=TEXT))
        running.client.wait("done", timeout_seconds=30)
        with pytest.raises(NotPossible, match="has its result"):
            running.client.requeue("done")
        with pytest.raises(UnknownDocument):
            running.client.requeue("never-heard-of")

    def test_a_failure_is_discarded_once(self, running: Stack) -> None:
        running.client.submit(Document(id="rubbish", content=b"%PDF", media_type="application/pdf"))
        running.client.wait("rubbish", timeout_seconds=30)
        (key,) = [key for key, row in running.client.failures() if row.id == "rubbish"]
        assert [running.client.discard(key), running.client.discard(key)] == [True, False]


class TestConsumers:
    def test_a_group_gets_each_result_once_and_takes_over_what_a_dead_member_left(self, running: Stack) -> None:
        ids = set(running.submit(*notes(5, prefix="consumed")))
        running.results(ids)
        dying = running.client.results("readers", consumer="dying", follow=False)
        first = next(dying).id
        dying.close()
        rest = running.client.results("readers", takeover_seconds=0, follow=False)
        seen = [(result.id, result.revision) for result in rest]
        assert len(seen) == len(set(seen))
        assert {first, *ids} <= {name for name, _ in seen}
        assert list(running.client.results("readers", takeover_seconds=0, follow=False)) == []

    def test_groups_do_not_share(self, running: Stack) -> None:
        running.submit(Document(id="for-all", text=TEXT))
        running.client.wait("for-all", timeout_seconds=30)
        for group in ("one", "two"):
            assert "for-all" in {result.id for result in running.client.results(group, follow=False)}


class TestStatus:
    def test_counts_add_up(self, running: Stack) -> None:
        running.results(running.submit(*notes(3, prefix="counted")))
        wait_until(lambda: running.client.overview().unfinished == 0, what="an empty ledger")
        counts = running.client.overview().counts
        ended = sum(counts[name] for name in ("completed", "partial", "failed", "cancelled"))
        assert counts["accepted"] + counts["requeued"] + counts["rerun"] == ended

    def test_an_unknown_document_is_named(self, running: Stack) -> None:
        with pytest.raises(UnknownDocument, match="nobody-knows"):
            running.client.status("nobody-knows")
        with pytest.raises(UnknownDocument):
            running.client.wait("nobody-knows", timeout_seconds=1)

    def test_waiting_for_a_result_that_will_never_be_there_ends(self, running: Stack) -> None:
        running.results(running.submit(Document(id="was-there", text=TEXT)))
        running.redis.delete(keys.result("was-there"))
        with pytest.raises(UnknownDocument, match="has expired"):
            running.client.wait("was-there")

    def test_receipts_come_as_documents_go_in(self, running: Stack) -> None:
        def broken() -> Iterator[Document]:
            yield from notes(100, prefix="streamed")
            raise OSError("the disk is gone")

        receipts = running.client.submit_each(broken())
        assert [next(receipts).id for _ in range(100)] == [f"streamed{number}" for number in range(100)]
        with pytest.raises(OSError, match="disk"):
            next(receipts)

    def test_doors_close_above_the_backlog_limit_and_open_again(self, stack: Stack) -> None:
        with Client(stack.server.url, settings=Settings(max_backlog_documents=2)) as client:
            with pytest.raises(TryLater) as caught:
                client.submit_many([Document(id=name, text="x") for name in "abc"])
            assert [receipt.id for receipt in caught.value.receipts] == ["a", "b"]
            assert caught.value.retry_after_seconds > 0
            with pytest.raises(TryLater):
                client.requeue("a")
            client.cancel("a")
            assert client.submit(Document(id="c", text="x")).answer is Answer.ACCEPTED

    def test_who_waits_for_room_hands_in_everything(self, stack: Stack) -> None:
        with Client(stack.server.url, settings=Settings(max_backlog_documents=2)) as client:
            waited: list[TryLater] = []

            def make_room(error: TryLater) -> None:
                waited.append(error)
                for document_id in stack.redis.zrange(keys.DUE, 0, -1):
                    client.cancel(document_id.decode())

            receipts = client.submit_each(notes(5), on_full=make_room)
            assert [row.id for row in receipts] == [f"n{i}" for i in range(5)]
            assert len(waited) == 2
