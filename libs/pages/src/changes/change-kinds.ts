export {
  agendaKinds,
  type AgendaKind,
  agendaWords,
  agendaKind,
  type Change,
} from '@trackrecord/read-models';
