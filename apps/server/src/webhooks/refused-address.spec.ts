import { describe, expect, it } from 'vitest';
import { whyNotCalled } from './refused-address.ts';

describe('which IP addresses are called', () => {
  it.each([
    '169.254.169.254',
    '169.254.0.1',
    '::ffff:169.254.169.254',
    '::ffff:a9fe:a9fe',
    '0:0:0:0:0:ffff:a9fe:a9fe',
    'fe80::1',
    'fe80::1%eth0',
    'febf:ffff::1',
    '2002:a9fe:a9fe::1',
    '64:ff9b::a9fe:a9fe',
    'fd00:ec2::254',
    '100.100.100.200',
    '168.63.129.16',
    '0.0.0.0',
    '0.1.2.3',
    '::',
    '::ffff:0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    'ff02::1',
    'nonsense',
  ])('given %s, then it is not called, and that is said', (address) => {
    expect(whyNotCalled('https:', address)).toContain(address);
  });

  it.each(['10.1.2.3', '172.16.0.1', '192.168.1.4', 'fd12:3456::1', '203.0.113.7', '2001:db8::1'])(
    'given %s, private or public, then it is called by https, and not by http',
    (address) => {
      expect(whyNotCalled('https:', address)).toBeUndefined();
      expect(whyNotCalled('http:', address)).toContain('https:// only');
    },
  );

  it.each(['127.0.0.1', '127.8.9.1', '::1', '::ffff:127.0.0.1', '::ffff:7f00:1'])(
    'given %s, this machine itself, then it is called either way',
    (address) => {
      expect(whyNotCalled('http:', address)).toBeUndefined();
      expect(whyNotCalled('https:', address)).toBeUndefined();
    },
  );
});
