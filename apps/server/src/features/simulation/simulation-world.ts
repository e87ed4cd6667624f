import { Inject, Injectable } from '@nestjs/common';
import type { ZoneTable } from '@tawama/domain';
import { ClubClock } from '../../platform/clock.js';
import { Env } from '../../platform/env.js';
import { ZONES } from '../../platform/zones.js';

/** What is the same for every simulation of this installation. */
@Injectable()
export class SimulationWorld {
  constructor(@Inject(ZONES) readonly zones: ZoneTable, readonly env: Env, readonly clock: ClubClock) {}
}
