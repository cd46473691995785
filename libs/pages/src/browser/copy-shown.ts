/** Beside what is shown once in an element marked `data-copy` a button copies it, where the browser lets pages do so. */
export const copyShown = (): void => {
  const { clipboard }: Readonly<{ clipboard?: Clipboard }> = navigator;
  if (clipboard === undefined) return;
  document.querySelectorAll<HTMLElement>('[data-copy]').forEach((within) => {
    const shown = within.querySelector('code');
    if (shown === null) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'govuk-button govuk-button--secondary govuk-!-margin-bottom-0';
    button.textContent = 'Copy';
    const said = document.createElement('span');
    said.className = 'govuk-body govuk-!-margin-left-3';
    said.setAttribute('role', 'status');
    button.addEventListener('click', () => {
      void clipboard.writeText(shown.textContent).then(
        () => {
          said.textContent = 'Copied';
        },
        () => {
          said.textContent = 'Your browser did not let this page copy it: select it and copy it.';
        },
      );
    });
    shown.closest('.app-once')?.append(button, said);
  });
};
