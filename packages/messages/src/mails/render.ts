import { directionOf } from '../language.js';
import { accountModel, testModel } from './account.js';
import { fill, type Block } from './fill.js';
import { frameModel, type FrameModel } from './frame.js';
import { templates } from './generated/templates.js';
import { isolated, isolateInText, withoutIsolates, type Isolate } from './isolate.js';
import { stepsModel, subjectOfSteps } from './steps.js';
import { accountText, stepsText, testText } from './text.js';
import type { MailInput, RenderedMail, StepsMail } from './types.js';

type Rendered = { template: keyof typeof templates; model: Block & { subject: string }; text: string };

const rendered = (mail: MailInput, frame: FrameModel, isolate: Isolate): Rendered => {
  switch (mail.kind) {
    case 'reminder': case 'catchUp': case 'escalation': {
      const model = stepsModel(mail, isolate);
      return { template: 'steps', model, text: stepsText(model, frame) };
    }
    case 'invitation': case 'passwordReset': case 'firstAdministrator': {
      const model = accountModel(mail, isolate);
      return { template: 'account', model, text: accountText(model, frame) };
    }
    case 'test': {
      const model = testModel(mail, isolate);
      return { template: 'test', model, text: testText(model, frame) };
    }
  }
};

/**
 * One mail in one language: subject, complete plain text, HTML. Pure: the same input gives the same bytes.
 * What users typed is isolated (FSI…PDI in subject and text, `<bdi>` in HTML) and escaped. Throws on a mail without steps or link.
 */
export const renderMail = (mail: MailInput): RenderedMail => {
  const inText = isolateInText(mail.language);
  const plain = rendered(mail, frameModel(mail, inText), inText);
  const frame = frameModel(mail, isolated);
  const rich = rendered(mail, frame, isolated);
  // A title and an aria-label take no markup.
  const model = { ...rich.model, subject: withoutIsolates(rich.model.subject) };
  return { subject: plain.model.subject, html: fill(templates[rich.template][directionOf(mail.language)], [model, frame]), text: plain.text };
};

/** The subject that `renderMail` gives this mail, for a hundredth of the work. */
export const subjectOf = (mail: StepsMail): string => subjectOfSteps(mail, isolateInText(mail.language));
