import {
  Controller,
  Inject,
  Req,
  RequestMapping,
  RequestMethod,
  Res,
  SetMetadata,
} from '@nestjs/common';
import type { Type } from '@nestjs/common';
import { Throttle } from '@nestjs/throttler';
import type { Request, Response } from 'express';
import { Answering } from './answering.ts';
import type { Route } from './route.ts';
import { stricterLimits } from './limits.ts';

/** Under which name a handler carries its route: what guards and tests read. */
export const routeMetadata = 'trackrecord:route';

/**
 * A Nest controller for one route. The decorators are called as the functions that they are: the source runs as it
 * stands, by type stripping alone.
 */
export const controllerOf = (route: Route): Type => {
  class RouteController {
    private readonly answering: Answering;
    constructor(answering: Answering) {
      this.answering = answering;
    }
    handle(request: Request, response: Response): Promise<void> {
      return this.answering.answer(route, request, response);
    }
  }
  const { prototype } = RouteController;
  const handler = Object.getOwnPropertyDescriptor(prototype, 'handle');
  if (handler === undefined) throw new Error('a controller has a handler');
  Controller()(RouteController);
  Inject(Answering)(RouteController, undefined, 0);
  RequestMapping({ path: route.path, method: RequestMethod[route.method] })(
    prototype,
    'handle',
    handler,
  );
  Req()(prototype, 'handle', 0);
  Res()(prototype, 'handle', 1);
  SetMetadata(routeMetadata, route)(prototype, 'handle', handler);
  if (route.throttled !== undefined)
    Throttle(stricterLimits[route.throttled])(prototype, 'handle', handler);
  return RouteController;
};
