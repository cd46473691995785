/** What the server says of a form that is on its way: nothing where it does not know. */
type HowFar = Readonly<{ doing?: unknown; share?: unknown }>;

const betweenLooks_ms = 400;

const inWords = ({ doing, share }: HowFar): string => {
  if (doing !== 'reading') return 'Sending the document';
  return share === 1 ? 'Finding the actions in it' : 'Reading the document';
};

/** A bar without a value says that something goes on, and not how much of it. */
const setBar = (bar: HTMLProgressElement, { share }: HowFar): void => {
  if (typeof share === 'number' && share < 1) bar.value = share * 100;
  else bar.removeAttribute('value');
};

const asked = async (address: string): Promise<HowFar> => {
  const answer = await fetch(address);
  const said: unknown = answer.ok ? await answer.json() : {};
  return typeof said === 'object' && said !== null ? said : {};
};

const watch = (form: HTMLFormElement, address: string): void => {
  const shown = form.querySelector<HTMLElement>('.app-progress');
  const words = shown?.querySelector('[role=status]');
  const bar = shown?.querySelector('progress');
  if (shown === null || !words || !bar) return;
  const state: { timer?: number } = {};
  const look = async (): Promise<void> => {
    const howFar = await asked(address).catch((): HowFar => ({}));
    shown.hidden = false;
    setBar(bar, howFar);
    const said = inWords(howFar);
    // Said again only when it is something else: screen readers read it out each time.
    if (words.textContent !== said) words.textContent = said;
  };
  const stop = (): void => {
    window.clearInterval(state.timer);
    shown.hidden = true;
  };
  form.addEventListener('submit', () => {
    stop();
    state.timer = window.setInterval(() => void look(), betweenLooks_ms);
  });
  // Whoever comes back to the page finds it as it was before it was sent.
  window.addEventListener('pageshow', stop);
};

/**
 * A form marked `data-progress` shows how far it has come while it is sent and read; what the mark holds is the address
 * that says so. What is answered at once is gone before there is anything to see.
 */
export const showProgress = (): void => {
  document.querySelectorAll<HTMLFormElement>('form[data-progress]').forEach((form) => {
    watch(form, form.dataset['progress'] ?? '');
  });
};
