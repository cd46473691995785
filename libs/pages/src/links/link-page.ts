/** A page that somebody comes to by a link, without an account: its title for the frame, and its content. */
export type LinkPage = Readonly<{ title: string; content: string }>;
