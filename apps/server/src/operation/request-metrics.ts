import type { NextFunction, Request, Response } from 'express';
import { Histogram, type Registry } from 'prom-client';

/** Times requests by method, kind and status; paths would name plans, and be without end. */
export const requestMetrics = (registry: Registry) => {
  const seconds = new Histogram({
    name: 'trackrecord_http_request_seconds',
    help: 'How long requests took to answer',
    labelNames: ['method', 'kind', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.03, 0.1, 0.3, 1, 3, 10],
    registers: [registry],
  });
  return (request: Request, response: Response, next: NextFunction): void => {
    const stop = seconds.startTimer({ method: request.method, kind: kindOf(request.path) });
    response.once('finish', () => {
      stop({ status: String(response.statusCode) });
    });
    next();
  };
};

const kindOf = (path: string): string => {
  if (path.startsWith('/api/v1/feed')) return 'feed';
  if (path.startsWith('/api/')) return 'api';
  if (/^\/calendar\//iu.test(path)) return 'calendar';
  if (/^\/(?:answer|stop)\//iu.test(path)) return 'link';
  if (/^\/(?:assets|health|metrics)(?:\/|$)/u.test(path)) return 'operation';
  return 'page';
};
