import 'reflect-metadata';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';

/** A bare Nest application that answers "hello": the floor that recording an update is held against. */
class Hello {
  hello(): string {
    return 'hello';
  }
}
const handler = Object.getOwnPropertyDescriptor(Hello.prototype, 'hello');
if (handler === undefined) throw new Error('a controller has a handler');
Controller()(Hello);
Get('hello')(Hello.prototype, 'hello', handler);

class HelloModule {}
Module({ controllers: [Hello] })(HelloModule);

const app = await NestFactory.create<NestExpressApplication>(HelloModule, { logger: false });
await app.listen(0, '127.0.0.1');
console.log(`It listens at ${await app.getUrl()}`);
