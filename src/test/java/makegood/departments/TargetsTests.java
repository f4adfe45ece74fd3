package makegood.departments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a call may go, and where nobody's typing may lead it. */
class TargetsTests {
    private static final Set<Integer> PORTS = Set.of(443, 8443);
    private static final Targets PUBLIC = new Targets(false, PORTS, TargetsTests::names);
    private static final Targets DEMO = new Targets(true, PORTS, TargetsTests::names);

    /** No question to a real name service: numbers as they are, names by this table. */
    private static InetAddress[] names(String host) throws UnknownHostException {
        return switch (host) {
            case "wms.example.com" -> InetAddress.getAllByName("93.184.216.34");
            case "six.example.com" -> InetAddress.getAllByName("2606:2800:220:1::1");
            case "inside.example.com" -> InetAddress.getAllByName("10.0.0.7");
            case "two.example.com" ->
                new InetAddress[] {InetAddress.getByName("93.184.216.34"), InetAddress.getByName("127.0.0.1")};
            default -> {
                if (!host.matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
                    throw new UnknownHostException(host);
                }
                yield InetAddress.getAllByName(host);
            }
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://wms.example.com",
                "https://wms.example.com/makegood/v1",
                "https://wms.example.com:8443/x",
                "https://six.example.com",
                "https://93.184.216.34/",
                "https://[2606:2800:220:1::1]/",
            })
    void publicAddressesOverTlsAreTaken(String url) {
        assertThat(PUBLIC.fault(url)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "wms.example.com",
                "http://wms.example.com",
                "ftp://wms.example.com",
                "file:///etc/passwd",
                "https:///path",
                "https://user@wms.example.com",
                "https://wms.example.com@10.0.0.1/",
                "https://wms.example.com:22",
                "https://wms.example.com:8080",
                "https://wms.example.com/?x=1",
                "https://wms.example.com/#x",
                "https://wms example.com",
                "https://nobody.example.com",
                "https://inside.example.com",
                "https://two.example.com",
            })
    void otherFormsAreNot(String url) {
        assertThat(PUBLIC.fault(url)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "0.0.0.0",
                "0.1.2.3",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.1",
                "192.168.1.1",
                "169.254.169.254",
                "169.254.1.1",
                "100.64.0.1",
                "100.100.100.200",
                "168.63.129.16",
                "192.0.0.192",
                "192.0.2.1",
                "198.18.0.1",
                "198.19.255.1",
                "198.51.100.9",
                "203.0.113.9",
                "224.0.0.1",
                "239.1.1.1",
                "240.0.0.1",
                "255.255.255.255",
                "[::1]",
                "[::]",
                "[fe80::1]",
                "[fc00::1]",
                "[fd00:ec2::254]",
                "[ff02::1]",
                "[::ffff:127.0.0.1]",
                "[::ffff:10.0.0.1]",
                "[64:ff9b::a00:1]",
                "[2002:7f00:1::1]",
                "[2001:0:1::1]",
                "[2001:db8::1]",
                "[100::1]",
            })
    void nothingLeadsInside(String host) {
        assertThat(PUBLIC.fault("https://" + host + "/")).as(host).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"172.32.0.1", "100.128.0.1", "198.20.0.1", "192.0.1.1", "9.9.9.9", "[2a00:1450::1]"})
    void neighboursOfClosedRangesAreOpen(String host) {
        assertThat(PUBLIC.fault("https://" + host + "/")).as(host).isEmpty();
    }

    @Test
    void inTheDemoTheDepartmentMayBeOnThisMachine() {
        assertThat(DEMO.fault("http://127.0.0.1:8090")).isEmpty();
        assertThat(DEMO.fault("http://192.168.1.7:9000/x")).isEmpty();
        assertThat(DEMO.fault("http://169.254.169.254/latest")).isPresent();
        assertThat(DEMO.fault("http://0.0.0.0:8080")).isPresent();
        assertThat(DEMO.fault("http://[fd00::7]:8090")).as("unique local").isEmpty();
    }

    @Test
    void aNameThatIsPointedElsewhereLaterIsNotConnectedTo() throws UnknownHostException {
        var answers = new String[] {"93.184.216.34", "127.0.0.1"};
        var asked = new int[1];
        var targets = new Targets(false, PORTS, host -> InetAddress.getAllByName(answers[asked[0]++]));
        assertThat(targets.fault("https://rebound.example.com")).isEmpty();
        assertThatThrownBy(() -> targets.addresses("rebound.example.com")).isInstanceOf(UnknownHostException.class);
    }
}
