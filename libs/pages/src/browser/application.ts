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
import { copyShown } from './copy-shown.ts';
import { showProgress } from './show-progress.ts';
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
warnOfUnsaved();
copyShown();
showProgress();
