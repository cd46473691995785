import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { ThrottlerModule } from '@nestjs/throttler';
import { AccessGuard } from './access/access-guard.ts';
import type { Desk } from './desk.ts';
import { Answering } from './http/answering.ts';
import { controllerOf } from './http/controller-of.ts';
import { FailureFilter } from './http/failure-filter.ts';
import { usualLimit } from './http/limits.ts';
import { RequestThrottle } from './http/request-throttle.ts';
import { theDesk } from './http/tokens.ts';
import { routes } from './routes.ts';

/** The whole application: a controller a route, and what each request passes: limits, the guard, the filter. */
export class AppModule {}
Module({})(AppModule);

/** The application at a desk. */
export const appModuleAt = (desk: Desk): DynamicModule => ({
  module: AppModule,
  imports: [ThrottlerModule.forRoot([{ ...usualLimit }])],
  controllers: routes.map(controllerOf),
  providers: [
    { provide: theDesk, useValue: desk },
    Answering,
    // In this order: requests are counted by who asks.
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_GUARD, useClass: RequestThrottle },
    { provide: APP_FILTER, useClass: FailureFilter },
  ],
});
