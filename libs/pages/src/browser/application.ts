import {
  Button,
  createAll,
  ErrorSummary,
  NotificationBanner,
  PasswordInput,
  Radios,
  ServiceNavigation,
  SkipLink,
} from 'govuk-frontend';
import { submitOnChange } from './submit-on-change.ts';
import { warnOfUnsaved } from './warn-of-unsaved.ts';

// Everything here only adds comfort: each page is whole without it.
[
  Button,
  ErrorSummary,
  NotificationBanner,
  PasswordInput,
  Radios,
  ServiceNavigation,
  SkipLink,
].forEach((component) => createAll(component));
submitOnChange();
warnOfUnsaved();
