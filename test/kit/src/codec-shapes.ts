export {
  isInterface,
  isIntersection,
  isKeyof,
  isList,
  isLiteral,
  isPartial,
  isUnion,
} from '@trackrecord/kernel';
