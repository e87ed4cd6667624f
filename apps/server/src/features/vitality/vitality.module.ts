import { Module } from '@nestjs/common';
import { VitalityDesk } from './vitality-desk.js';
import { VitalityStore } from './vitality.store.js';

@Module({ providers: [VitalityDesk, VitalityStore], exports: [VitalityDesk, VitalityStore] })
export class VitalityModule {}
