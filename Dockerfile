# Trackrecord as a container: built with what developing needs, run without it. docs/running-a-cluster.md uses it.
# The Node is the one that package.json pins (test/deploy holds the two together).

FROM node:24.21.0-bookworm-slim AS build
WORKDIR /app
COPY . .
RUN npm ci \
 && npx tsc -b apps/cli
# Again from nothing, so that nothing of the first installation can be left over. The image has its own Node. Templates
# and assets of the pages are read where they were written, from libs/pages/src.
RUN rm -rf node_modules apps/*/node_modules libs/*/node_modules \
 && npm ci --omit=dev --workspace=@trackrecord/cli --workspace=@trackrecord/server --workspace=@trackrecord/pages \
 && rm -rf node_modules/node-linux-* node_modules/.bin/node \
 && find apps libs -mindepth 2 -maxdepth 2 -name src ! -path libs/pages/src -exec rm -rf {} + \
 && rm -rf test tsconfig*.json package-lock.json .npmrc

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production \
    NODE_COMPILE_CACHE=/tmp/compile-cache \
    PATH=/app/node_modules/.bin:$PATH \
    TRACKRECORD_DATA=/data \
    TRACKRECORD_HOST=0.0.0.0
COPY --from=build /app /app
# What a new volume takes over: its owner.
RUN mkdir /data && chown 1000:1000 /data
WORKDIR /data
# "node" of the base image, by number, so that an orchestrator can see that it is not root.
USER 1000:1000
EXPOSE 3000
# Only /data and /tmp are written to: the root file system may be read-only.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "/app/deploy/check-health.mjs"]
ENTRYPOINT ["node", "/app/apps/cli/bin/trackrecord.js"]
# TRACKRECORD_PUBLIC_URL has to say where people reach it.
CMD ["serve"]
