# One image for workers, Flower and the command line; PYTHON_IMAGE chooses the base (Debian flavours only).
ARG PYTHON_IMAGE=python:3.12-slim-bookworm

FROM ${PYTHON_IMAGE} AS build
# Further extras of pyproject.toml for models and file formats of the user's, such as "onnx files".
ARG EXTRAS=
# On amd64 every dependency has a wheel; elsewhere pycld2 is compiled. The compiler stays in this stage.
RUN [ "$(dpkg --print-architecture)" = amd64 ] || { apt-get update && apt-get install -y --no-install-recommends g++; }
RUN python -m venv /opt/warraq
ENV PATH=/opt/warraq/bin:$PATH PIP_DISABLE_PIP_VERSION_CHECK=1
WORKDIR /src
COPY pyproject.toml constraints.txt ./
COPY scripts/requirements.py scripts/
# The dependencies make a layer of their own, so that a change of the code alone does not install them again.
RUN --mount=type=cache,target=/root/.cache/pip \
    pip install -c constraints.txt pip && \
    python scripts/requirements.py flower ${EXTRAS} >requirements.txt && \
    pip install -c constraints.txt -r requirements.txt
COPY LICENSE NOTICE README.md warraq.py ./
COPY schemas schemas
COPY workers workers
RUN --mount=type=cache,target=/root/.cache/pip pip install --no-deps .

FROM ${PYTHON_IMAGE}
LABEL org.opencontainers.image.title=warraq org.opencontainers.image.licenses=MIT
RUN useradd --uid 10001 --user-group --no-create-home --home-dir /tmp warraq && \
    install -d -o warraq -g warraq /var/lib/warraq
COPY --from=build /opt/warraq /opt/warraq
COPY docker/flower.sh /usr/local/bin/warraq-flower
ENV PATH=/opt/warraq/bin:$PATH PYTHONUNBUFFERED=1 HOME=/tmp WARRAQ_HEARTBEAT_FILE=/tmp/warraq-heartbeat
USER warraq
WORKDIR /var/lib/warraq
# The worker's main loop touches the file every 2 s; asking Celery instead would start a whole Celery for each probe.
HEALTHCHECK --interval=5s --timeout=5s --start-period=60s --retries=3 \
    CMD find "$WARRAQ_HEARTBEAT_FILE" -mmin -0.5 | grep -q .
CMD ["celery", "-A", "workers", "worker"]
