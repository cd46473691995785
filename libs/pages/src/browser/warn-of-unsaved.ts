/** A form marked `data-warn-unsaved` asks before its half-finished work is left behind. */
export const warnOfUnsaved = (): void => {
  document.querySelectorAll<HTMLFormElement>('form[data-warn-unsaved]').forEach((form) => {
    const state = { changed: false };
    form.addEventListener('input', () => {
      state.changed = true;
    });
    form.addEventListener('submit', () => {
      state.changed = false;
    });
    window.addEventListener('beforeunload', (event) => {
      if (state.changed) event.preventDefault();
    });
  });
};
