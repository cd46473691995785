/** A form marked `data-submit-on-change` sends itself when one of its choices changes. */
export const submitOnChange = (): void => {
  document.querySelectorAll<HTMLFormElement>('form[data-submit-on-change]').forEach((form) => {
    form.addEventListener('change', (event) => {
      if (event.target instanceof HTMLSelectElement) form.requestSubmit();
    });
  });
};
