"""Any order of steps, repeats, losses and late writers keeps the promise: played against a real Redis by Hypothesis."""

from dataclasses import dataclass, field
from itertools import count

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from redis import Redis

from schemas import Document, Status
from tests.ledger.steps import CONSUMER, ORDER, ending, fail, offer
from workers.errors import NotPossible, UnknownDocument
from workers.ledger import failures, keys, lanes, overdue, scripts
from workers.ledger.bundle import Bundle, Ticket
from workers.ledger.door import Answer
from workers.ledger.lanes import Entry
from workers.ledger.publication import publish
from workers.ledger.replies import text
from workers.ledger.work import LOST, SAVED_BY_ANOTHER, Verdict, Work
from workers.settings import Settings

IDS = ("a", "b", "c", "d")
STAGES = ORDER[:-1]
SETTINGS = Settings(max_attempts=3)

names = st.sampled_from(IDS)
numbers = st.integers(0, 1000)
bundles_of_ids = st.sets(names, min_size=1)


@dataclass
class Run:
    """A run that was begun; it may go on at any later time, however late."""

    work: Work
    holds: Bundle
    started: set[Ticket] = field(default_factory=set)


class Ledger(RuleBasedStateMachine):
    """Producers, intakes, workers and zombies at one ledger, with messages that are lost or repeated."""

    def __init__(self, redis: Redis) -> None:
        super().__init__()
        self.redis = redis
        self.tokens = count()
        self.entries: list[Entry] = []
        self.messages: list[tuple[Bundle, str]] = []
        self.runs: list[Run] = []
        self.fields: dict[tuple[str, str, str], str] = {}
        self.promised: set[tuple[str, str, int]] = set()

    @initialize()
    def begin_afresh(self) -> None:
        self.redis.flushall()
        lanes.ensure_groups(self.redis)

    # --- producers

    @rule(name=names, words=st.sampled_from(["one", "two"]))
    def submit(self, name: str, words: str) -> None:
        (receipt,) = offer(self.redis, Document(id=name, text=words))
        if receipt.answer is Answer.ACCEPTED:
            self.promised.add((name, receipt.entry, 1))

    @rule(name=names)
    def add_from_outside(self, name: str) -> None:
        self.redis.xadd(keys.DOCUMENTS, {"document": f'{{"id": "{name}", "text": "foreign"}}'})

    @rule(name=names)
    def cancel(self, name: str) -> None:
        facts = self.facts(name)
        if not facts.get("entry"):
            scripts.run(self.redis, "entomb", scripts.Call([keys.document(name)], [60_000]))
        else:
            ticket = Ticket(name, f"{facts['entry']}#{facts['revision']}")
            publish(self.redis, [ending(ticket, status=Status.CANCELLED)], SETTINGS)

    @rule(name=names)
    def requeue(self, name: str) -> None:
        try:
            revision = failures.requeue(self.redis, name)
        except (NotPossible, UnknownDocument):
            return
        self.promised.add((name, self.facts(name)["entry"], revision))

    # --- intakes

    @rule(how_many=st.integers(1, 4))
    def read(self, how_many: int) -> None:
        self.entries += lanes.read(self.redis, consumer=CONSUMER, lane=keys.DOCUMENTS, count=how_many)

    @rule(how_many=st.integers(1, 4), sent=st.booleans())
    def take(self, how_many: int, sent: bool) -> None:
        """Entries stay at hand, so that they are taken again after others adopted them."""
        if chosen := self.entries[-how_many:]:
            self.admit(chosen, sent=sent)

    @rule()
    def adopt(self) -> None:
        entries, _ = lanes.adopt(self.redis, consumer="other", lane=keys.DOCUMENTS, cursor="0-0")
        self.entries += entries
        if entries:
            self.admit(entries, sent=True)

    @rule()
    def delete_the_consumer(self) -> None:
        self.redis.xgroup_delconsumer(keys.DOCUMENTS, keys.INTAKE_GROUP, CONSUMER)

    @rule()
    def trim_what_was_submitted(self) -> None:
        """Only entries of our own door can be restored; a foreign document is nowhere but in its entry."""
        if all(b"id" in fields for _, fields in self.redis.xrange(keys.DOCUMENTS)):
            self.redis.xtrim(keys.DOCUMENTS, maxlen=0)

    @rule(ids=bundles_of_ids, sent=st.booleans())
    def sweep(self, ids: set[str], sent: bool) -> None:
        self.let_the_moment_come(ids)
        rows = overdue.sweep(self.redis, SETTINGS)
        for row in rows:
            if row.stage == overdue.CANCEL:
                publish(self.redis, [ending(row.ticket, status=Status.CANCELLED)], SETTINGS)
            elif sent:
                self.messages.append(([row.ticket], row.stage))

    @rule()
    def wake(self) -> None:
        overdue.wake(self.redis)

    # --- Celery

    @rule(which=numbers)
    def lose_a_message(self, which: int) -> None:
        if self.messages:
            self.messages.pop(which % len(self.messages))

    @rule(which=numbers, other=numbers)
    def join_messages(self, which: int, other: int) -> None:
        """Bundles may be made of any documents, in doubt of some that are there already."""
        if self.messages:
            first, second = (self.messages[number % len(self.messages)] for number in (which, other))
            self.messages.append(([*first[0], *second[0]], first[1]))

    # --- workers, alive or not

    @rule(which=numbers, keep=st.booleans())
    def begin(self, which: int, keep: bool) -> None:
        if not self.messages:
            return
        place = which % len(self.messages)
        bundle, stage = self.messages[place] if keep else self.messages.pop(place)
        before = {ticket: int(self.facts(ticket.id).get("tries", 0)) for ticket in bundle}
        work = Work(self.redis, SETTINGS, stage=stage, run=f"task{next(self.tokens)}:run", worker="w")
        verdicts = work.begin(bundle, order=ORDER)
        go = [ticket for ticket, verdict in zip(bundle, verdicts, strict=True) if verdict is Verdict.GO]
        assert len(bundle) == 1 or all(before[ticket] == 0 for ticket in go), "a suspect was begun in company"
        assert all(before[ticket] < SETTINGS.max_attempts for ticket in go)
        self.runs.append(Run(work, list(dict.fromkeys(go))))
        for ticket, verdict in zip(bundle, verdicts, strict=True):
            if verdict is Verdict.EXHAUSTED:
                fail(self.redis, ticket)
            elif verdict is Verdict.SPLIT:
                self.messages.append(([ticket], stage))
            elif verdict is Verdict.DONE:
                self.messages.append(([ticket], ORDER[ORDER.index(stage) + 1]))

    @rule(which=numbers)
    def start(self, which: int) -> None:
        if not self.runs:
            return
        run = self.runs[which % len(self.runs)]
        saved = {ticket: self.facts(ticket.id).get(f"stage:{run.work.stage}") for ticket in run.holds}
        for ticket, attempts in zip(run.holds, run.work.start(run.holds), strict=True):
            if attempts > 0:
                assert saved[ticket] is None, "a stage that was saved is computed again"
                run.started.add(ticket)
            else:
                assert attempts in (LOST, SAVED_BY_ANOTHER)

    @rule(which=numbers, again=st.booleans())
    def save(self, which: int, again: bool) -> None:
        """A run saves whenever it comes back; with `again` the answer was lost and the client asks once more."""
        if not self.runs:
            return
        run = self.runs[which % len(self.runs)]
        for ticket in run.started if run.work.stage in STAGES else ():
            following = ORDER[ORDER.index(run.work.stage) + 1]
            output = run.work.run.encode()
            answer = run.work.save(ticket, output, following=following)
            if again:
                repeated = run.work.save(ticket, output, following=following)
                assert repeated == answer
            if answer != "refused":
                self.messages.append(([ticket], following))

    @rule(which=numbers, status=st.sampled_from([Status.COMPLETED, Status.PARTIAL]))
    def publish(self, which: int, status: Status) -> None:
        if self.runs:
            run = self.runs[which % len(self.runs)]
            publish(self.redis, [ending(ticket, status=status) for ticket in run.holds], SETTINGS)

    @rule(which=numbers)
    def fail(self, which: int) -> None:
        if self.runs:
            run = self.runs[which % len(self.runs)]
            for ticket in run.started:
                if run.work.beat([ticket]):
                    fail(self.redis, ticket)

    @rule(which=numbers)
    def beat(self, which: int) -> None:
        if self.runs:
            run = self.runs[which % len(self.runs)]
            run.work.beat(run.holds)

    @rule(which=numbers)
    def release(self, which: int) -> None:
        if self.runs:
            run = self.runs[which % len(self.runs)]
            run.work.release(run.holds)

    @rule(name=names)
    def expire(self, name: str) -> None:
        """Redis forgets what is finished, as if a day had passed."""
        if self.facts(name).get("state"):
            self.redis.delete(keys.document(name))

    # --- what always holds

    @invariant()
    def the_promise_holds(self) -> None:
        with self.redis.pipeline(transaction=False) as pipe:
            for name in IDS:
                pipe.hgetall(keys.document(name))
            for name in IDS:
                pipe.ttl(keys.document(name))
            rows = pipe.zrange(keys.DUE, 0, -1).xrange(keys.RESULTS).execute()
        documents = {name: _texts(row) for name, row in zip(IDS, rows, strict=False)}
        lives = dict(zip(IDS, rows[len(IDS) :], strict=False))
        self.accepted_and_unfinished_is_what_is_due(documents, lives, due={text(member) for member in rows[-2]})
        self.published_at_most_once_for_each_revision(_publications(rows[-1]))
        for name, facts in documents.items():
            self.a_saved_field_never_changes(name, facts)
            assert len(facts.get("history", "").splitlines()) >= int(facts.get("tries", 0))

    def accepted_and_unfinished_is_what_is_due(
        self, documents: dict[str, dict[str, str]], lives: dict[str, int], *, due: set[str]
    ) -> None:
        unfinished = {name for name, facts in documents.items() if facts.get("entry") and "state" not in facts}
        assert due == unfinished
        assert {lives[name] for name in unfinished} <= {-1}, "an unfinished document expires"

    def published_at_most_once_for_each_revision(self, seen: list[tuple[str, str, int]]) -> None:
        assert len(seen) == len(set(seen))

    def a_saved_field_never_changes(self, name: str, facts: dict[str, str]) -> None:
        for stage in STAGES:
            if value := facts.get(f"stage:{stage}"):
                assert self.fields.setdefault((name, facts["entry"], stage), value) == value

    # --- the end

    def teardown(self) -> None:
        """Let time pass and workers work: everything that was accepted is published, or was forgotten after its end."""
        for _ in range(200):
            self.adopt()
            self.read(10)
            self.take(10, sent=False)
            self.let_the_moment_come(IDS)
            for row in overdue.sweep(self.redis, SETTINGS):
                self.work_off(row)
            if not self.redis.zcard(keys.DUE) and not self.redis.xlen(keys.DOCUMENTS):
                break
        assert self.redis.zcard(keys.DUE) == 0, "a document never ends"
        assert self.redis.xlen(keys.DOCUMENTS) == 0, "an entry is stuck in its lane"
        assert self.promised <= set(_publications(self.redis.xrange(keys.RESULTS)))
        self.the_promise_holds()

    def work_off(self, row: overdue.Overdue) -> None:
        if row.stage == overdue.CANCEL:
            publish(self.redis, [ending(row.ticket, status=Status.CANCELLED)], SETTINGS)
            return
        work = Work(self.redis, SETTINGS, stage=row.stage, run=f"task{next(self.tokens)}:run", worker="w")
        (verdict,) = work.begin([row.ticket], order=ORDER)
        if verdict is Verdict.EXHAUSTED:
            fail(self.redis, row.ticket)
        assert verdict in (Verdict.GO, Verdict.EXHAUSTED)
        if row.stage == "publish":
            publish(self.redis, [ending(row.ticket)], SETTINGS)
        else:
            work.save(row.ticket, work.run.encode(), following=ORDER[ORDER.index(row.stage) + 1])

    # --- looking

    def admit(self, entries: list[Entry], *, sent: bool) -> None:
        taken, refusals = lanes.take(self.redis, entries, SETTINGS)
        for refusal in refusals:
            self.redis.xack(keys.DOCUMENTS, keys.INTAKE_GROUP, refusal.entry.id)
            self.redis.xdel(keys.DOCUMENTS, refusal.entry.id)
        for row in taken:
            entry, _, revision = row.ticket.mark.partition("#")
            self.promised.add((row.ticket.id, entry, int(revision)))
        if sent:
            for row in taken:
                if row.is_cancelled:
                    publish(self.redis, [ending(row.ticket, status=Status.CANCELLED)], SETTINGS)
            if bundle := [row.ticket for row in taken if not row.is_cancelled]:
                self.messages.append((bundle, STAGES[0]))

    def let_the_moment_come(self, ids: object) -> None:
        for name in ids:  # type: ignore[attr-defined]
            self.redis.zadd(keys.DUE, {name: 0}, xx=True)

    def facts(self, name: str) -> dict[str, str]:
        return _texts(self.redis.hgetall(keys.document(name)))


def _texts(row: dict[bytes, bytes]) -> dict[str, str]:
    return {text(key): text(value) for key, value in row.items()}


def _publications(rows: list[tuple[bytes, dict[bytes, bytes]]]) -> list[tuple[str, str, int]]:
    return [(text(row[b"id"]), text(row[b"entry"]), int(row[b"revision"])) for _, row in rows]


def test_any_order_of_steps_keeps_the_promise(redis: Redis, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lanes, "ADOPT_IDLE_MILLISECONDS", 0)
    monkeypatch.setattr(scripts, "RETIRE_IDLE_MILLISECONDS", 0)
    run_state_machine_as_test(
        lambda: Ledger(redis),
        settings=settings(
            max_examples=15, stateful_step_count=50, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
