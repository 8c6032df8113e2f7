import { Inject } from '@nestjs/common';

/** Hand-overs from the composition root, where what they need is opened. */
export const MARKET = Symbol('market');
export const FEED = Symbol('feed');
export const CONFIG = Symbol('config');
export const HEALTH = Symbol('health');
export const ADMISSION = Symbol('admission');
export const UPLOADS = Symbol('uploads');
export const PAPERS = Symbol('papers');
export const HINT_SHELF = Symbol('hint shelf');
export const STREAM_SHELF = Symbol('stream shelf');
export const CALLERS = Symbol('callers');

export const InjectMarket = (): ParameterDecorator => Inject(MARKET);
export const InjectFeed = (): ParameterDecorator => Inject(FEED);
