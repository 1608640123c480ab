/** The commonest passwords of ten characters and more, here and elsewhere, in small letters; shorter ones are refused anyway. */
export const commonPasswords: ReadonlySet<string> = new Set(
  `0123456789 1234567890 12345678910 123456789a 123456789q 1234567891 12345678900 0987654321 9876543210 1357924680
  123123123123 1231231234 112233445566 1122334455 1111122222 1020304050 147258369a 1472583690 159357456a 123654789a
  q123456789 a123456789 aa123456789 abc123456789 abcd123456 abc1234567 abcdef1234 aaa123456789 asd123456789 asdf123456
  qwe123456789 qwer123456 qwerty1234 qwerty12345 qwerty123456 qwertyuiop qwertyuiop123 1q2w3e4r5t 1q2w3e4r5t6y q1w2e3r4t5
  1qaz2wsx3edc 1qaz2wsx3e 1qazxsw23edc zaq12wsxcde3 qazwsxedc123 qazwsx123456 qazwsxedcrfv zxcvbnm123 zxcvbnm1234
  zxcvbnm123456 asdfghjkl1 asdfghjkl123 asdfghjkl; poiuytrewq mnbvcxz123 1234qwerasdf 1234qwerasdfzxcv qwerasdfzxcv
  qwe123!@#asd 1qaz@wsx3edc 1qaz!qaz2wsx p@ssw0rd123 p@ssw0rd1234 passw0rd123 password10 password11 password12 password123
  password1234 password12345 password123456 password123! password1! password2024 password2025 password2026 passwordpassword
  admin12345 admin123456 admin1234567 admin@1234 admin@12345 admin@123456 admin123!@# administrator root123456 root@123456
  test123456 test1234567 user123456 guest123456 system1234 manager123 welcome123 welcome1234 welcome2025 welcome2026
  changeme123 letmein123 letmein1234 iloveyou12 iloveyou123 iloveyou520 ilovechina sunshine123 football123 baseball123
  superman123 michael123 princess123 dragon12345 monkey12345 master12345 whatever123 trustno1234 starwars123 computer123
  internet123 samsung123 google12345 google123456 facebook123 liverpool123 charlie123 jordan12345 hello12345 hello123456
  woaini1314 woaini1314520 woaini5201314 5201314520 5201314woaini woaiwojia520 woaiwojia1314 woaizhongguo
  zhongguo123 zhonghua123 china123456 china12345 beijing123 beijing2008 shanghai123 aini1314520 wodemima123 mima123456
  nihao123456 nihaonihao woshishui123 wangjing123 zhang123456 zhang123456789 wang123456 wang123456789 liu123456789
  chen123456 yang123456 huang12345 zhangwei123 liwei123456 wangwei123 xiaoming123 taobao123456 qq123456789 weixin123456
  wechat123456 huawei@123 huawei12345 huawei123456 xiaomi123456 baidu123456 alibaba123 tencent123 aaaaaaaaaa 0000000000
  1111111111 6666666666 8888888888 9999999999 5555555555 1314520520 520520520520 7758521521 147852369a
  abcdefghij abcdefghijk abcdefg123 abcdefg1234 abc123abc123 a1b2c3d4e5 a1b2c3d4e5f6 aa12345678 ab12345678 abc12345678
  az12345678 qq12345678 wo12345678 zz123456789 zxc123456789 qaz123456789 123qweasdzxc 123qweasd1 123qwe123qwe qweasdzxc123
  qweasd123456 asdzxc1234 123456qwerty 123456abcdef 123456asdf 12345qwert 12345abcde qwert12345 secret1234 secret12345
  maple-bridge maplebridge fengqiao123 fengqiao1963 gov@123456 zhzx@123456 wgy@123456 shequ123456 wangge123456`.split(
    /\s+/,
  ),
)
