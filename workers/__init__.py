"""A worker that turns raw documents into structured results.

producers -> client | XADD -> intake stream -> intake -> Celery chain over a bundle of ids
    normalize -> detect_language -> extract_entities -> summarize -> publish -> key | stream | channel

Pure half (no Celery, no Redis, no environment, no clock): text, decoders, engines, stages, pipeline.
Queue half (no linguistics): ledger, celery, intake, client, embedded. The two meet in tasks and cli only.
"""
