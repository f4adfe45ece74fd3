package makegood.journeys;

import makegood.Journey;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.web.server.LocalServerPort;

/** All journeys share one running application, its database and its clock: every test sells orders of its own. */
@Journey
abstract class ShopJourney {
    protected Shop shop;

    @BeforeEach
    void enter(@LocalServerPort int port) {
        shop = new Shop(port);
    }
}
