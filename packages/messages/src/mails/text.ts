import type { AccountModel, TestModel } from './account.js';
import type { FrameModel } from './frame.js';
import type { MandateBlock } from './mandates.js';
import type { StepBlock, StepsModel } from './steps.js';

/** Paragraphs of the plain text; empty ones are left out, and a URL is always a line of its own. */
const paragraphs = (parts: readonly string[]): string => `${parts.filter((part) => part !== '').join('\n\n')}\n`;
const lines = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n');

const signed = (frame: FrameModel): string => lines([frame.closing, frame.signature, frame.signatureClub]);
const footer = (frame: FrameModel, reason: string): string => lines(['--', frame.reply, reason, frame.automatic]);

const step = (item: StepBlock): string =>
  lines([`• ${item.title}`, `  ${item.dueLabel} ${item.dueOn} · ${item.delay}`, ...item.facts.map((fact) => `  ${fact.label} ${fact.value}`), item.url]);

const mandate = (item: MandateBlock): string => lines([`• ${item.person}`, `  ${item.mandate} · ${item.openSteps}`, `  ${item.open}`, item.url]);

export const stepsText = (model: StepsModel, frame: FrameModel): string => paragraphs([
  frame.greeting, model.lateNote, model.intro,
  ...model.groups.flatMap((group) => [group.agreement, ...group.items.map(step)]),
  lines([model.mandatesTitle, model.mandatesIntro]), ...model.mandates.map(mandate),
  model.ask, model.button ? `${model.button.label}\n${model.button.url}` : '', signed(frame), footer(frame, model.reason),
]);

export const accountText = (model: AccountModel, frame: FrameModel): string =>
  paragraphs([frame.greeting, model.intro, model.link, model.validity, model.caution, signed(frame), footer(frame, model.reason)]);

export const testText = (model: TestModel, frame: FrameModel): string =>
  paragraphs([frame.greeting, model.intro, model.ask, signed(frame), footer(frame, model.reason)]);
